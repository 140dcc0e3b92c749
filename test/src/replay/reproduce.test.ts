import { either as E } from 'fp-ts'
import {
  buildDataset,
  checkLevel,
  type Counterexample,
  fc,
  type LevelSpec,
  renderError,
  renderReproduction,
  reproduce,
  type Sample,
} from 'genesis-datasets'
import { law } from 'genesis-datasets/laws'
import { sums } from '../../../examples/levels/sums'
import { describe, expect, it } from 'vitest'
import { doubles } from '../../support/doubles'
import { buildOrFail } from '../../support/buildOrFail'
import { reproduceOrFail, expectReproducible, withoutId } from '../../support/reproducible'
import { withEdit } from '../../support/withEdit'
import { expectProblems } from '../../support/expectProblems'

function refusedWith<Q, A>(spec: LevelSpec<Q, A>, of: Parameters<typeof reproduce<Q, A>>[1]): string {
  const reproduction = reproduce(spec, of)
  if (E.isRight(reproduction)) expect.unreachable('the token was taken')
  expectProblems(reproduction.left)
  return renderError(reproduction.left)
}

describe('reproduce, for each row of a dataset', () => {
  it('replays the row from its metadata alone', () => {
    for (const row of buildOrFail(sums, 7, { count: 2_000 }).samples) expectReproducible(sums, row)
  })

  it('returns the result of each law, for a trap also those about its twin', () => {
    const { samples } = buildOrFail(sums, 7, { count: 250 })
    const trap = samples.find(({ metadata }) => metadata.adversarial_type === 'incomplete')
    const { laws, twinLaws, draft, shrunk, cell } = reproduceOrFail(sums, trap?.metadata.token ?? '')
    expect(cell).toMatch(/^adversarial\.plain\.incomplete\./)
    expect(draft?._tag).toBe('Refused')
    expect(shrunk).toEqual(draft)
    expect(laws.map(({ law: name }) => name)).toEqual(['text.wellFormed', 'refusal.fromTwin', 'refusal.onlyOne', 'refusal.incomplete'])
    expect(twinLaws.map(({ law: name }) => name)).toContain('oracle.agrees')
    expect([...laws, ...twinLaws].every(({ outcome }) => outcome === 'holds')).toBe(true)
  })
})

describe('reproduce, if the level was edited without a new version', () => {
  const [row] = buildOrFail(doubles, 42, { count: 50 }).samples.filter(({ category }) => category === 'valid')
  const token = row?.metadata.token ?? ''

  it('rejects a token whose draw makes another row', () => {
    const larger = withEdit(doubles, 'question.print', (number: number) => `double: ${number + 1}`) as typeof doubles
    const parses = withEdit(larger, 'question.parse', (text: string) =>
      E.map((number: number) => number - 1)(doubles.question.parse(text)),
    ) as typeof doubles
    const message = refusedWith(withEdit(parses, 'topics.double.answer', (number: number) => 2 * number + 2) as typeof doubles, token)
    expect(message).toMatch(
      /^Invalid token\.digest: expected the draw at this address to make the row [0-9a-f]{8}, received [0-9a-f]{8}\. Hint: /,
    )
  })

  it('rejects a token whose draw makes no row', () => {
    const never = { ...doubles, laws: [law('number.never', () => ({ violated: 'never' }))] } as typeof doubles
    expect(refusedWith(never, token)).toContain('received no row')
  })

  it('rejects a token with a changed character', () => {
    expect(refusedWith(doubles, token.replace('~42~', '~43~'))).toContain('Invalid token.digest')
  })

  it('rejects a token whose cell no longer exists', () => {
    const { double } = doubles.topics
    const renamed = { ...doubles, topics: { twice: double as NonNullable<typeof double> } }
    expect(refusedWith(renamed, token)).toMatch(
      /^Invalid token\.cell: expected one of valid\.twice\.easy, .*, received valid\.double\.(easy|medium|hard)\./,
    )
  })
})

describe('reproduce, for a counterexample', () => {
  const faulty = withEdit(doubles, 'topics.double.answer', (number: number) => (number >= 1_000 ? 0 : 2 * number)) as typeof doubles
  const foundIn = (): Counterexample => {
    const checked = checkLevel(faulty)
    return E.isLeft(checked) && checked.left._tag === 'Counterexample' ? checked.left : expect.unreachable('no counterexample')
  }

  it('replays the shrink steps and the final result of each law', () => {
    const found = foundIn()
    const { draft, shrunk, steps, laws, row } = reproduceOrFail(faulty, found.token)
    expect(shrunk).toEqual({ _tag: 'Answered', question: 1_000, answer: 0 })
    expect(draft?._tag === 'Answered' && draft.question).toBeGreaterThan(1_000)
    expect(steps).toHaveLength(found.shrinks + 1)
    const numbers = steps.map(({ input }) => Number(input.slice('double: '.length)))
    expect(numbers).toEqual([...numbers].sort((one, other) => other - one))
    expect(new Set(numbers).size).toBe(numbers.length)
    expect(laws).toContainEqual({ law: 'oracle.agrees', outcome: { violated: 'labelled "0", the oracle answers "2000"' } })
    expect(laws).toContainEqual({ law: 'question.roundTrip', outcome: 'holds' })
    expect(row).toBeUndefined()
  })

  it('accepts the token after the repair, with all laws holding and a row', () => {
    const { laws, row, shrunk } = reproduceOrFail(doubles, foundIn().token)
    expect(shrunk).toEqual({ _tag: 'Answered', question: 1_000, answer: 2_000 })
    expect(laws.every(({ outcome }) => outcome === 'holds')).toBe(true)
    expect(row).toMatchObject({ input: 'double: 1000', expected_output: '2000', verified: true })
    expect(reproduceOrFail(doubles, row?.metadata.token ?? '')).toMatchObject({ shrunk, row })
  })

  it('rejects a token whose shrink path the arbitrary cannot follow', () => {
    const found = foundIn()
    const path = `topics.double.questions.${found.cell.split('.').at(-1)}`
    const stuck = withEdit(faulty, path, fc.noShrink(fc.nat({ max: 99_999 }))) as typeof doubles
    expect(refusedWith(stuck, found.token)).toMatch(
      /^Invalid token\.path: expected \d+ steps of shrinking, received a path that ends after 0\./,
    )
  })

  it('shows the values and the exception if code throws', () => {
    const throwing = withEdit(doubles, 'topics.double.answer', (number: number) => {
      if (number >= 1_000) throw new Error('too great')
      return 2 * number
    }) as typeof doubles
    const { laws, steps, row, draft } = reproduceOrFail(throwing, { seed: 42, law: 'level.total' })
    expect(laws).toEqual([{ law: 'level.total', outcome: { violated: 'topics.double.answer threw: too great' } }])
    expect(steps.at(-1)).toEqual({ input: '1000' })
    expect([row, draft]).toEqual([undefined, undefined])
  })
})

describe('reproduce, for a throwing arbitrary', () => {
  it('shows the place of the throw', () => {
    const throwing = fc.nat({ max: 9 }).map(() => {
      throw new Error('no number')
    })
    const level = withEdit(doubles, 'topics.double.questions.easy', throwing) as typeof doubles
    const found = refusedWith(level, { seed: 42 })
    const again = refusedWith(level, /token: (\S+)/.exec(found)?.[1] ?? '')
    for (const error of [found, again])
      expect(error).toMatch(/received no number \(thrown at test\/src\/replay\/reproduce\.test\.ts:\d+\)\. Hint: /)
  })
})

describe('reproduce, for a seed', () => {
  const faulty = {
    ...(withEdit(doubles, 'topics.double.answer', (number: number) => (number >= 1_000 ? 0 : 2 * number)) as typeof doubles),
    laws: [law('number.small', draft => (draft._tag === 'Answered' && draft.question > 5_000 ? { violated: 'great' } : 'holds'))],
  } as typeof doubles

  it('finds the first failure, of any law or of a given one', () => {
    const checked = checkLevel(faulty, { seed: 9 })
    expect(reproduceOrFail(faulty, { seed: 9 }).token).toBe(
      E.isLeft(checked) && checked.left._tag === 'Counterexample' ? checked.left.token : '',
    )
    const { shrunk, laws, seed } = reproduceOrFail(faulty, { seed: 9, law: 'number.small' })
    expect(shrunk).toMatchObject({ question: 5_001 })
    expect(laws).toContainEqual({ law: 'number.small', outcome: { violated: 'great' } })
    expect(seed).toBe('9')
  })

  it('reports that there is no failure', () => {
    expect(refusedWith(doubles, { seed: 9, law: 'oracle.agrees', runs: 70 })).toBe(
      'No counterexample in doubles: expected a violation of oracle.agrees, received none in 70 drafts under seed 9. Hint: increase runs, or give the token of the failure.',
    )
  })
})

describe('renderReproduction', () => {
  it('prints address, steps, laws and row', () => {
    const [row] = buildOrFail(doubles, 42, { count: 50 }).samples
    const token = row?.metadata.token ?? ''
    const lines = renderReproduction(reproduceOrFail(doubles, token)).split('\n')
    expect(lines[0]).toMatch(/^\S+ of doubles 1\.0\.0, seed 42, slot \d+, attempt 0, unbiased$/)
    expect(lines[1]).toBe('  original:')
    expect(lines).toContain('    holds          text.wellFormed')
    expect(lines).toContain(`  row: ${JSON.stringify(withoutId(row as Sample))}`)
    expect(lines.at(-1)).toBe(`  token: ${token}`)
  })

  it('prints which law is violated, discards or is not applicable', () => {
    const spec = {
      ...doubles,
      laws: [
        law('number.great', () => ({ violated: 'never so' })),
        law('number.odd', () => ({ discard: 'even' })),
        law('number.known', () => 'notApplicable'),
      ],
    } as typeof doubles
    const found = buildDataset({ ...spec, laws: spec.laws.slice(0, 1) }, 42, { count: 50 })
    const token = E.isLeft(found) ? (found.left.problems[0]?.token ?? '') : ''
    const text = renderReproduction(reproduceOrFail(spec, token))
    expect(text).toContain('    VIOLATED       number.great: never so')
    expect(text).toContain('    discards       number.odd: even')
    expect(text).toContain('    not applicable number.known')
    expect(text).toContain('  row: none, because a law does not hold')
    expect(text).toMatch(/shrunk \(\d+ steps?\):/)
  })
})
