import { describe, expect, it } from 'vitest'
import { knightsKnaves } from '../../../examples/levels/reasoning/knightsKnaves'
import { expectCheckViolation } from '../../support/expectCheckViolation'
import { answeredRows, dataset, judgeText, type Level } from '../../examples/levels/reasoning/support/levels'

/** An independent third method: substitutes each of the four assignments into the text and evaluates every line. */
function casts(input: string): readonly string[] {
  const [, one = '', other = ''] = /people: (\w+), (\w+)/.exec(input) ?? []
  return [[one, other], [one], [other], []]
    .filter(knights =>
      input
        .split('\n')
        .slice(2)
        .every(line => fits(line, knights)),
    )
    .map(name)
}
const name = (knights: readonly string[]): string => (knights.length === 0 ? 'nobody' : knights.join(' and '))

function fits(line: string, knights: readonly string[]): boolean {
  const [speaker = '', said = ''] = line.split(': ')
  const claims = [...said.matchAll(/(\w+) is (not )?a (\w+)/g)].map(
    ([, person = '', denied, role]) => (knights.includes(person) === (role === 'knight')) !== (denied !== undefined),
  )
  const [first = false, second = false] = claims
  const word = / (and|or|then|if and only if) /.exec(said)?.[1]
  const isTrue =
    word === undefined
      ? first
      : word === 'and'
        ? first && second
        : word === 'or'
          ? first || second
          : word === 'then'
            ? !first || second
            : first === second
  return isTrue === (speaker === 'given' || knights.includes(speaker))
}

/** Returns everything that one of two people can say, as text. */
function sentences(me: string, you: string): readonly string[] {
  const claims = [`${me} is a knight`, `${you} is a knight`, `${you} is a knave`]
  const pairs = claims.flatMap(first => claims.filter(second => second !== first).map(second => [first, second] as const))
  return [
    ...claims,
    ...claims.map(claim => claim.replace(' is ', ' is not ')),
    ...['and', 'or', 'if and only if'].flatMap(word => pairs.map(([first, second]) => `${first} ${word} ${second}`)),
    ...pairs.map(([first, second]) => `if ${first} then ${second}`),
  ]
}

const GIVEN = ['', ...['Ada', 'Ben'].flatMap(person => ['knight', 'knave'].map(role => `\ngiven: ${person} is a ${role}`))]
const PUZZLES = sentences('Ada', 'Ben').flatMap(first =>
  sentences('Ben', 'Ada').flatMap(second =>
    GIVEN.map(given => `island: knights and knaves\npeople: Ada, Ben\nAda: ${first}\nBen: ${second}${given}`),
  ),
)

describe('the oracle of knights_knaves', () => {
  it('agrees with an enumeration of all four assignments on every puzzle of two people', () => {
    expect(PUZZLES).toHaveLength(30 * 30 * 5)
    for (const puzzle of PUZZLES) {
      const found = casts(puzzle)
      const label = judgeText(knightsKnaves, puzzle)
      if (found.length === 1) expect(label, puzzle).toBe(found[0])
      else if (found.length > 1) expect(label, puzzle).toBe('insufficient data')
      else expect(['contradiction detected', 'not judged: not one statement alone clashes'], puzzle).toContain(label)
    }
  })

  it('agrees with it on every row', () => {
    for (const [input, output] of answeredRows(knightsKnaves)) expect(casts(input), input).toEqual([output])
    const traps = dataset(knightsKnaves as unknown as Level).samples.filter(
      ({ expected_output }) => expected_output === 'contradiction detected',
    )
    expect(traps.flatMap(({ input }) => casts(input))).toEqual([])
  })
})

describe('the capacity of knights_knaves', () => {
  it('equals the number of puzzles with one solution, over the names of all pairs of people', () => {
    const { puzzle } = knightsKnaves.topics
    const counted = (fitting: (puzzle: string) => boolean) => {
      const counts = { easy: 0, medium: 0, hard: 0 }
      for (const one of PUZZLES.filter(fitting)) {
        const parsed = knightsKnaves.question.parse(one)
        if (parsed._tag === 'Left') continue
        const measured = knightsKnaves.measureDifficulty(parsed.right)
        counts[measured < 3 ? 'easy' : measured < 5 ? 'medium' : 'hard'] += 20 * 19
      }
      return counts
    }
    const isOne = (text: string): boolean => casts(text).length === 1
    const withoutGiven = (text: string): string => text.replace(/\ngiven: .*/, '')
    expect(puzzle?.capacity).toEqual(counted(text => isOne(text) && isOne(withoutGiven(text))))
    expect(puzzle?.edges?.givenDecides?.capacity).toEqual(counted(text => isOne(text) && !isOne(withoutGiven(text))))
    expect(puzzle?.edges?.nobodyLies?.capacity).toEqual(counted(text => casts(text).join() === 'Ada and Ben'))
  })
})

describe('a generator that takes everyone for a knight', () => {
  it('is rejected with the first names', () => {
    const [topic] = Object.values(knightsKnaves.topics)
    const spec = {
      ...knightsKnaves,
      topics: { puzzle: { ...topic, answer: ({ people }: { people: string[] }) => people.join(' and ') } as never },
    }
    const { shrunk } = expectCheckViolation(spec, 'oracle.agrees', { seed: 42, law: 'oracle.agrees', category: 'valid' })
    expect(shrunk.input).toMatch(/^island: knights and knaves\npeople: Ada, Ben\n/)
  })
})
