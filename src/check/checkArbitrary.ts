import * as fc from 'fast-check'
import { either as E } from 'fp-ts'
import { ARBITRARY_NAME, arbitrarySubject } from './arbitrarySubject'
import { unknownLabels } from '../selection/selectionProblems'
import { runCheck } from './runCheck'
import { replayArbitrary } from './replayArbitrary'
import type { Target } from './runner'
import { settingsOf } from './settings'
import type { CheckReport, CheckRunOptions } from '../model/check'
import type { Law } from '../model/law'
import { type CheckError, checkError, type Counterexample } from '../model/problem'
import { spellSeed } from '../model/seed'
import { valueDraws } from '../stages/draw/draw'
import { spellToken } from '../stages/draw/token'
import { validateArbitraryCheck } from '../validate/validateArbitraryCheck'

/** Options of `checkArbitrary`. */
export interface ArbitraryOptions<T> extends CheckRunOptions {
  /** Prints a value in a counterexample. @defaultValue `fc.stringify` */
  readonly print?: (value: T) => string
  /** Predicates by label; a label counts the values for which its predicate returns true. */
  readonly classify?: Readonly<Record<string, (value: T) => boolean>>
  /** Token of a counterexample. If given, only that draw is checked again. */
  readonly token?: string
}

/** Name and version in the tokens. An arbitrary has no version, so a token is valid only until the arbitrary is edited. */
const OWNER = { name: ARBITRARY_NAME, version: '0' }

/**
 * Checks one arbitrary against laws, without a level. Half of the values are unbiased, half have fast-check's bias towards
 * edges. Returns a report if every law held for every value, else the first violating value, shrunk.
 *
 * With a counterexample's token in `options.token`, it checks that draw alone. It never throws. Equal arguments and versions
 * give equal results.
 *
 * @example
 * const small = law('number.small', (value: number) => (value < 500 ? 'holds' : { violated: 'too large' }))
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
    ? runCheck([target], {
        level: ARBITRARY_NAME,
        settings,
        cover: options.cover ?? {},
        laws: laws.map(({ name }) => name),
        labels: Object.keys(classify),
        labelsOf: (_, value) => Object.keys(classify).filter(label => classify[label]?.(value as T)),
      })
    : replayArbitrary(token, OWNER, settings, seed => targetOf(arbitrary, laws, seed, options.print ?? fc.stringify))
}

function targetOf<T>(arbitrary: fc.Arbitrary<T>, laws: readonly Law<T>[], seed: number | bigint, print: (value: T) => string): Target {
  const parts = [OWNER.name, OWNER.version, spellSeed(seed), ARBITRARY_NAME]
  const unbiased = valueDraws(arbitrary, parts, false)
  const biased = valueDraws(arbitrary, parts, true)
  return {
    subject: arbitrarySubject(arbitrary, laws, print),
    draw: (address, isBiased) => (isBiased ? biased(address) : unbiased(address)),
    token: (address, isBiased, path) => spellToken(OWNER, seed, { name: ARBITRARY_NAME }, address, { biased: isBiased, path }),
  }
}
