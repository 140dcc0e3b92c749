import type * as fc from 'fast-check'
import type { CheckRunOptions } from '../model/check'
import { messageOf } from '../utils/strings/errorMessage'
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

/** A slot of a subject, with the draw that is currently examined. */
interface Slot {
  readonly k: number
  readonly biased: boolean
  attempt: number
  value: fc.Value<unknown>
}

/**
 * Draws from all targets in ascending order of k and examines every draw. The totals of unbiased and biased draws are shared
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
        const ks = Array.from({ length: BLOCK_SIZE }, (_, offset) => block + offset)
        const isNew = (k: number, from: number, to: number): boolean => k >= upTo(index, from) && k < upTo(index, to)
        const slots = [
          ...ks.filter(k => isNew(k, before.unbiased, unbiased)).map(k => ({ k, biased: false })),
          ...ks.filter(k => isNew(k, before.biased, biased)).map(k => ({ k, biased: true })),
        ]
        const problem = this.examine(target, slots)
        if (problem !== undefined) return problem
      }
    }
    return undefined
  }

  private examine(target: Target, slots: readonly Pick<Slot, 'k' | 'biased'>[]): Counterexample | Problem | undefined {
    let open: Slot[] = []
    for (const { k, biased } of slots) {
      const slot = this.drawSlot(target, k, biased, 0)
      if ('_tag' in slot) return slot
      open.push(slot)
    }
    while (open.length > 0) {
      const examinations = target.subject.examine(open.map(({ value }) => value.value))
      const again: Slot[] = []
      for (const [index, slot] of open.entries()) {
        const next = this.recordExamination(target, slot, examinations[index] as Examination)
        if (next === undefined) continue
        if ('_tag' in next) return next
        again.push(next)
      }
      open = again
    }
    return undefined
  }

  /** Returns the slot's next draw if this one is discarded, its failure, or undefined if all laws held. */
  private recordExamination(target: Target, slot: Slot, examination: Examination): Slot | Counterexample | Problem | undefined {
    switch (examination._tag) {
      case 'Held':
        this.listener.held(target, slot.value.value, slot.biased, examination.laws)
        return undefined
      case 'Violated':
        return this.violated(target, slot, examination)
      case 'Discarded':
        this.listener.discarded(examination.reason)
        if (slot.attempt + 1 < this.settings.maxAttempts) return this.drawSlot(target, slot.k, slot.biased, slot.attempt + 1)
        // Biased draws may repeat one unsuitable value without end; only unbiased draws, those of a build, count as exhausted.
        return slot.biased ? undefined : this.exhausted(target, examination.reason)
    }
  }

  private drawSlot(target: Target, k: number, biased: boolean, attempt: number): Slot | Problem {
    try {
      return { k, biased, attempt, value: target.draw({ slot: k, attempt }, biased) }
    } catch (thrown) {
      return {
        _tag: 'CodeThrew',
        path: target.subject.cell,
        expected: 'arbitraries that never throw',
        received: messageOf(thrown),
        hint: 'replay this token to see where it throws',
        token: target.token({ slot: k, attempt }, biased, []),
      }
    }
  }

  private violated(target: Target, { k, biased, attempt, value }: Slot, broken: { readonly law: string; readonly reason: string }) {
    const tokenAt = (path: readonly number[]): string => target.token({ slot: k, attempt }, biased, path)
    return counterexampleOf(target.subject, { value, ...broken, seed: spellSeed(this.settings.seed), tokenAt }, this.settings.maxShrinks)
  }

  private exhausted({ subject }: Target, reason: string): Problem {
    return {
      _tag: 'CannotDraw',
      path: subject.cell,
      expected: 'a draw that no law discards',
      received: `none in ${this.settings.maxAttempts}, the last discarded by "${reason}"`,
      hint: `narrow the arbitrary to suitable values, or increase maxAttempts${trapRemedies(subject.cell)}`,
    }
  }
}
