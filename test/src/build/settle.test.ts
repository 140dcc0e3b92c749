import { either as E } from 'fp-ts'
import type { Counts, Draft, LevelSpec, Sample, Split } from 'genesis-datasets'
import { impossible, mix } from 'genesis-datasets/arbitraries'
import { describe, expect, it } from 'vitest'
import { adversarialCell, type Cell, edgeCell, validCell } from '../../../src/model/cell'
import { cellDraws } from '../../../src/stages/draw/draw'
import { buildOrFail } from '../../support/buildOrFail'
import { addressOf, readTokenOrFail } from '../../support/readToken'
import { smallSums } from '../../support/smallSums'

type Sum = Parameters<typeof smallSums.canonicalForm>[0]
type SumDraft = Draft<Sum, number> | undefined

/** The rule for settling, reimplemented over plain sets and maps from finished rows. */
class NaiveRule {
  private readonly inputs = new Set<string>()
  private readonly sides = new Map<string, string>()

  constructor(private readonly spec: LevelSpec<Sum, number>) {}

  accepts(draft: SumDraft, side: string): boolean {
    if (draft === undefined) return false
    const free = this.inputsOf(draft).every(input => !this.inputs.has(input))
    const alone = this.formsOf(draft).every(form => (this.sides.get(form) ?? side) === side)
    return free && alone && this.isJudged(draft)
  }

  add(draft: SumDraft, side: string): void {
    if (draft === undefined) return
    for (const input of this.inputsOf(draft)) this.inputs.add(input)
    for (const form of this.formsOf(draft)) this.sides.set(form, side)
  }

  private isJudged(draft: Draft<Sum, number>): boolean {
    const texts = [...this.inputsOf(draft), ...(draft._tag === 'Refused' ? Object.values(draft.trap.witness).flat() : [])]
    return this.spec.oracle(texts.map(String)).every(verdict => verdict._tag !== 'CannotJudge')
  }

  private inputsOf(draft: Draft<Sum, number>): readonly string[] {
    if (draft._tag === 'Answered') return [this.spec.question.print(draft.question)]
    return [this.spec.question.print(draft.twin.question), draft.trap.input]
  }

  private formsOf(draft: Draft<Sum, number>): readonly string[] {
    if (draft._tag === 'Answered') return [this.spec.canonicalForm(draft.question)]
    const parsed = this.spec.question.parse(draft.trap.input)
    return [this.spec.canonicalForm(draft.twin.question), E.isRight(parsed) ? this.spec.canonicalForm(parsed.right) : draft.trap.input]
  }
}

const sideOf = (split: Split): string => (split === 'test' || split === 'adversarial' ? 'evaluation' : split)

function cellNamed(name: string): Cell {
  const [category, topic = '', detail = '', difficulty = ''] = name.split('.')
  if (category === 'valid') return validCell(topic, detail as 'easy')
  return category === 'edge_case'
    ? edgeCell(topic, detail, difficulty as 'easy')
    : adversarialCell(topic, detail as 'malformed', difficulty as 'easy')
}

/** Returns the settled draws in order with their sides; a trap and its twin are one draw. */
function settledOf(samples: readonly Sample[], splitOf: ReadonlyMap<string, Split>): readonly { token: string; side: string }[] {
  const found = new Map<string, { token: string; side: string }>()
  for (const { id, metadata } of samples) {
    const address = addressOf(metadata.token)
    if (!found.has(address)) found.set(address, { token: metadata.token, side: sideOf(splitOf.get(id) as Split) })
  }
  return [...found.values()]
}

/** Checks every settled draw of a dataset, and returns the number of discards by reason. */
function expectSettled(spec: typeof smallSums, seed: number, count: number): Counts {
  const { samples, splits, report } = buildOrFail(spec, seed, { count })
  const splitOf = new Map(Object.entries(splits).flatMap(([split, rows]) => rows.map(({ id }) => [id, split as Split] as const)))
  const rule = new NaiveRule(spec)
  let refused = 0
  for (const { token, side } of settledOf(samples, splitOf)) {
    const {
      cell,
      address: { slot, attempt },
    } = readTokenOrFail(token)
    const { at } = cellDraws(spec, seed, cellNamed(cell))
    for (let earlier = 0; earlier < attempt; earlier++) {
      expect(rule.accepts(at({ slot, attempt: earlier }).draft, side), `${token}, attempt ${earlier}`).toBe(false)
      refused += 1
    }
    const { draft } = at({ slot, attempt })
    expect(rule.accepts(draft, side), token).toBe(true)
    rule.add(draft, side)
  }
  expect(refused).toBe(Object.values(report.discards).reduce((sum, discarded) => sum + discarded, 0))
  return report.discards
}

describe('settle', () => {
  it.each([1, 2, 3])('fills each slot with the first attempt that is judged, new, and on no other side (seed %i)', seed => {
    expect(expectSettled(smallSums, seed, 700)).toMatchObject({
      'duplicate input': expect.any(Number),
      'canonical form on another side': expect.any(Number),
      'a multiple of 7': expect.any(Number),
      'contradictory: no such trap from this twin': expect.any(Number),
    })
  })

  it.each([1, 2, 3])('fills slots by the same rule if many traps parse as other sums than their twins (seed %i)', seed => {
    const none = impossible('contradictory ones alone')
    const adversarial = { ...smallSums.adversarial, out_of_scope: none, malformed: none, incomplete: none }
    expectSettled({ ...smallSums, adversarial, mix: mix({ valid: 79, edge_case: 1, adversarial: 20 }) }, seed, 1_500)
  })
})
