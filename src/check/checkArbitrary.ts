import * as fc from 'fast-check'
import { either as E } from 'fp-ts'
import { ALONE, arbitrarySubject } from './arbitrarySubject'
import { unknownLabels } from '../selection/selectionProblems'
import { conduct } from './runCheck'
import { replayArbitrary } from './replayArbitrary'
import type { Target } from './runner'
import { settingsOf } from './settings'
import type { CheckReport, RunOptions } from '../model/check'
import type { Law } from '../model/law'
import { type CheckError, checkError, type Counterexample } from '../model/problem'
import { spellSeed } from '../model/seed'
import { valueDraws } from '../stages/draw/draw'
import { spellToken } from '../stages/draw/token'
import { validateArbitraryCheck } from '../validate/validateArbitraryCheck'

/** How an arbitrary is checked; everything may be left out. */
export interface ArbitraryOptions<T> extends RunOptions {
  /** How a value is shown; as fast-check does unless told. */
  readonly print?: (value: T) => string
  /** Labels of one's own: which values they count. */
  readonly classify?: Readonly<Record<string, (value: T) => boolean>>
  /** The token of a counterexample: that draw alone is checked again. */
  readonly token?: string
}

/** An arbitrary has no version: what was drawn from it before an edit is not what is drawn after it. */
const NAME = { name: ALONE, version: '0' }

/**
 * One arbitrary against some laws, without a level: draws values, half of them unbiased and half with fast-check's bias
 * towards edges, and has every law judge each. Gives the record of a check in which all held, or the first value that breaks
 * one, shrunk.
 *
 * A counterexample's token, given as `options.token`, checks that draw alone. It never throws; equal arguments and versions
 * give equal results.
 *
 * @example
 * const small = law('number.small', (value: number) => (value < 500 ? 'holds' : { violated: 'too great' }))
 * const checked = checkArbitrary(fc.nat({ max: 999 }), [small], { seed: 42 })
 * if (checked._tag === 'Left') console.log(renderError(checked.left))
 */
export function checkArbitrary<T>(
  arbitrary: fc.Arbitrary<T>,
  laws: readonly Law<T>[],
  options: ArbitraryOptions<T> = {},
): E.Either<Counterexample | CheckError, CheckReport> {
  const invalid = validateArbitraryCheck(arbitrary, laws, options)
  const problems = invalid.length > 0 ? invalid : unknownLabels(options.cover, Object.keys(options.classify ?? {}))
  if (problems.length > 0) return E.left(checkError(problems))
  const settings = settingsOf(options)
  const target = targetOf(arbitrary, laws, settings.seed, options.print ?? fc.stringify)
  const { classify = {}, token } = options
  return token === undefined
    ? conduct([target], {
        level: ALONE,
        settings,
        cover: options.cover ?? {},
        laws: laws.map(({ name }) => name),
        labels: Object.keys(classify),
        labelsOf: (_, value) => Object.keys(classify).filter(label => classify[label]?.(value as T)),
      })
    : replayArbitrary(token, NAME, settings, seed => targetOf(arbitrary, laws, seed, options.print ?? fc.stringify))
}

function targetOf<T>(arbitrary: fc.Arbitrary<T>, laws: readonly Law<T>[], seed: number | bigint, print: (value: T) => string): Target {
  const parts = [NAME.name, NAME.version, spellSeed(seed), ALONE]
  const unbiased = valueDraws(arbitrary, parts, false)
  const biased = valueDraws(arbitrary, parts, true)
  return {
    subject: arbitrarySubject(arbitrary, laws, print),
    draw: (address, isBiased) => (isBiased ? biased(address) : unbiased(address)),
    token: (address, isBiased, path) => spellToken(NAME, seed, { name: ALONE }, address, { biased: isBiased, path }),
  }
}
