import type * as fc from 'fast-check'
import type { CheckRunOptions } from '../model/check'
import { locatedMessage } from '../utils/strings/throwLocation'
import type { Counterexample, Problem } from '../model/problem'
import { spellSeed } from '../model/seed'
import type { Address } from '../stages/draw/keyedRandom'
import { counterexampleOf } from '../stages/prove/counterexample'
import type { Examination, Subject } from '../stages/prove/subject'
import { trapRemedies } from '../stages/prove/trapRemedies'

/** A subject with functions that make a draw and its token from an address. */
export interface Target {
  readonly subject: Subject
  readonly draw: (address: Address, biased: boolean) => fc.Value<unknown>
  readonly token: (address: Address, biased: boolean, path: readonly number[]) => string
}

/** Receiver of the result of each draw. */
export interface RunListener {
  readonly held: (target: Target, value: unknown, biased: boolean, laws: readonly string[]) => void
  readonly discarded: (reason: string) => void
}

/** Run options without `cover`, defaults filled in. */
export type RunSettings = Required<Omit<CheckRunOptions, 'cover'>>

/** Number of draws of one subject that are examined in one call. */
const BLOCK_SIZE = 16

/** Draw that is currently examined, with its slot and attempt number. */
interface SlotDraw {
  readonly slot: number
  readonly biased: boolean
  attempt: number
  value: fc.Value<unknown>
}

/**
 * Draws from all targets in ascending order of slots and examines every draw. The totals of unbiased and biased draws are shared
 * evenly among the targets. Returns the first failure: a violated law, a draw that throws, or a slot whose attempts are all
 * discarded.
 */
export class Runner {
  private examinedCounts = { unbiased: 0, biased: 0 }

  constructor(
    private readonly targets: readonly Target[],
    private readonly settings: RunSettings,
    private readonly listener: RunListener,
  ) {}

  /** Continues until `unbiased` and `biased` draws, counted since construction, were examined. */
  run(unbiased: number, biased: number): Counterexample | Problem | undefined {
    const count = this.targets.length
    const upTo = (index: number, total: number): number => Math.floor(total / count) + (index < total % count ? 1 : 0)
    const before = this.examinedCounts
    this.examinedCounts = { unbiased, biased }
    const maxSlots = Math.max(upTo(0, unbiased), upTo(0, biased))
    for (let block = 0; block < maxSlots; block += BLOCK_SIZE) {
      for (const [index, target] of this.targets.entries()) {
        const slots = Array.from({ length: BLOCK_SIZE }, (_, offset) => block + offset)
        const isNew = (slot: number, from: number, to: number): boolean => slot >= upTo(index, from) && slot < upTo(index, to)
        const problem = this.examine(target, [
          ...slots.filter(slot => isNew(slot, before.unbiased, unbiased)).map(slot => ({ slot, biased: false })),
          ...slots.filter(slot => isNew(slot, before.biased, biased)).map(slot => ({ slot, biased: true })),
        ])
        if (problem !== undefined) return problem
      }
    }
    return undefined
  }

  private examine(target: Target, slots: readonly Pick<SlotDraw, 'slot' | 'biased'>[]): Counterexample | Problem | undefined {
    let open: SlotDraw[] = []
    for (const { slot, biased } of slots) {
      const draw = this.drawSlot(target, slot, biased, 0)
      if ('_tag' in draw) return draw
      open.push(draw)
    }
    while (open.length > 0) {
      const examinations = target.subject.examine(open.map(({ value }) => value.value))
      const again: SlotDraw[] = []
      for (const [index, draw] of open.entries()) {
        const next = this.recordExamination(target, draw, examinations[index] as Examination)
        if (next === undefined) continue
        if ('_tag' in next) return next
        again.push(next)
      }
      open = again
    }
    return undefined
  }

  /** Returns the slot's next draw if this one is discarded, its failure, or undefined if all laws held. */
  private recordExamination(target: Target, draw: SlotDraw, examination: Examination): SlotDraw | Counterexample | Problem | undefined {
    switch (examination._tag) {
      case 'Held':
        this.listener.held(target, draw.value.value, draw.biased, examination.laws)
        return undefined
      case 'Violated':
        return this.violated(target, draw, examination)
      case 'Discarded':
        this.listener.discarded(examination.reason)
        if (draw.attempt + 1 < this.settings.maxAttempts) return this.drawSlot(target, draw.slot, draw.biased, draw.attempt + 1)
        // Biased draws may repeat one unsuitable value without end. Only unbiased draws, which a build uses, count as exhausted.
        return draw.biased ? undefined : this.exhausted(target, examination.reason)
    }
  }

  private drawSlot(target: Target, slot: number, biased: boolean, attempt: number): SlotDraw | Problem {
    try {
      return { slot, biased, attempt, value: target.draw({ slot, attempt }, biased) }
    } catch (thrown) {
      return {
        _tag: 'CodeThrew',
        path: target.subject.cell,
        expected: 'arbitraries that never throw',
        received: locatedMessage(thrown),
        hint: 'an arbitrary must give a value for every draw; reproduce this token to repeat the throw',
        token: target.token({ slot, attempt }, biased, []),
      }
    }
  }

  private violated(target: Target, { slot, biased, attempt, value }: SlotDraw, broken: { readonly law: string; readonly reason: string }) {
    const tokenAt = (path: readonly number[]): string => target.token({ slot, attempt }, biased, path)
    return counterexampleOf(target.subject, { value, ...broken, seed: spellSeed(this.settings.seed), tokenAt }, this.settings.maxShrinks)
  }

  private exhausted({ subject }: Target, reason: string): Problem {
    return {
      _tag: 'CannotDraw',
      path: subject.cell,
      expected: 'a draw that no law discards',
      received: `none in ${this.settings.maxAttempts}, the last discarded by "${reason}"`,
      hint: `narrow the arbitrary to suitable values, or increase maxAttempts (in code)${trapRemedies(subject.cell)}`,
    }
  }
}
