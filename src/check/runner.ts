import type * as fc from 'fast-check'
import type { RunOptions } from '../model/check'
import { messageOf } from '../utils/strings/errorMessage'
import type { Counterexample, Problem } from '../model/problem'
import { spellSeed } from '../model/seed'
import type { Address } from '../stages/draw/keyedRandom'
import { counterexampleOf } from '../stages/prove/counterexample'
import type { Examination, Subject } from '../stages/prove/subject'

/** A subject with its draws: where each stands, and how its token is spelled. */
export interface Target {
  readonly subject: Subject
  readonly draw: (address: Address, biased: boolean) => fc.Value<unknown>
  readonly token: (address: Address, biased: boolean, path: readonly number[]) => string
}

/** What becomes of the draws. */
export interface RunListener {
  readonly held: (target: Target, value: unknown, biased: boolean, laws: readonly string[]) => void
  readonly discarded: (reason: string) => void
}

export type RunSettings = Required<Omit<RunOptions, 'cover'>>

/** How many draws of one subject are examined in one call. */
const BLOCK = 16

/** One place of a subject, with the draw that is being examined there. */
interface Place {
  readonly k: number
  readonly biased: boolean
  attempt: number
  value: fc.Value<unknown>
}

/**
 * Draws from all targets, ks ascending, and has every draw examined: `unbiased` and `biased` draws in all, shared evenly.
 * Gives what went wrong first: a draw that breaks a law, one that throws, or a place where every attempt is discarded.
 */
export class Runner {
  private drawn = { unbiased: 0, biased: 0 }

  constructor(
    private readonly targets: readonly Target[],
    private readonly settings: RunSettings,
    private readonly listener: RunListener,
  ) {}

  /** Goes on until so many draws of each kind were examined since the start. */
  run(unbiased: number, biased: number): Counterexample | Problem | undefined {
    const count = this.targets.length
    const upTo = (index: number, total: number): number => Math.floor(total / count) + (index < total % count ? 1 : 0)
    const before = this.drawn
    this.drawn = { unbiased, biased }
    const most = Math.max(upTo(0, unbiased), upTo(0, biased))
    for (let block = 0; block < most; block += BLOCK) {
      for (const [index, target] of this.targets.entries()) {
        const ks = Array.from({ length: BLOCK }, (_, offset) => block + offset)
        const isNew = (k: number, from: number, to: number): boolean => k >= upTo(index, from) && k < upTo(index, to)
        const places = [
          ...ks.filter(k => isNew(k, before.unbiased, unbiased)).map(k => ({ k, biased: false })),
          ...ks.filter(k => isNew(k, before.biased, biased)).map(k => ({ k, biased: true })),
        ]
        const problem = this.examine(target, places)
        if (problem !== undefined) return problem
      }
    }
    return undefined
  }

  private examine(target: Target, places: readonly Pick<Place, 'k' | 'biased'>[]): Counterexample | Problem | undefined {
    let open: Place[] = []
    for (const { k, biased } of places) {
      const place = this.placeAt(target, k, biased, 0)
      if ('_tag' in place) return place
      open.push(place)
    }
    while (open.length > 0) {
      const examinations = target.subject.examine(open.map(({ value }) => value.value))
      const again: Place[] = []
      for (const [index, place] of open.entries()) {
        const next = this.note(target, place, examinations[index] as Examination)
        if (next === undefined) continue
        if ('_tag' in next) return next
        again.push(next)
      }
      open = again
    }
    return undefined
  }

  /** The place's next draw where this one is discarded, what is wrong with it, or nothing where all laws held. */
  private note(target: Target, place: Place, examination: Examination): Place | Counterexample | Problem | undefined {
    switch (examination._tag) {
      case 'Held':
        this.listener.held(target, place.value.value, place.biased, examination.laws)
        return undefined
      case 'Violated':
        return this.violated(target, place, examination)
      case 'Discarded':
        this.listener.discarded(examination.reason)
        if (place.attempt + 1 < this.settings.attempts) return this.placeAt(target, place.k, place.biased, place.attempt + 1)
        // A bias may repeat one unsuitable value for ever: what counts is what a build draws.
        return place.biased ? undefined : this.exhausted(target, examination.reason)
    }
  }

  private placeAt(target: Target, k: number, biased: boolean, attempt: number): Place | Problem {
    try {
      return { k, biased, attempt, value: target.draw({ k, attempt }, biased) }
    } catch (thrown) {
      return {
        _tag: 'Threw',
        path: target.subject.cell,
        expected: 'arbitraries that never throw',
        received: messageOf(thrown),
        hint: 'draw this token again to see where it throws',
        token: target.token({ k, attempt }, biased, []),
      }
    }
  }

  private violated(target: Target, { k, biased, attempt, value }: Place, broken: { readonly law: string; readonly reason: string }) {
    const tokenAt = (path: readonly number[]): string => target.token({ k, attempt }, biased, path)
    return counterexampleOf(target.subject, { value, ...broken, seed: spellSeed(this.settings.seed), tokenAt }, this.settings.shrinkBudget)
  }

  private exhausted({ subject }: Target, reason: string): Problem {
    return {
      _tag: 'CannotDraw',
      path: subject.cell,
      expected: 'a draw that no law discards',
      received: `none in ${this.settings.attempts}, the last discarded by "${reason}"`,
      hint: 'draw what suits in the first place, or give more attempts',
    }
  }
}
