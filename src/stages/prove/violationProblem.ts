import type { Counterexample, Problem } from '../../model/problem'
import { LEVEL_TOTAL } from './subject'

/** Returns a counterexample as a problem, for an error that lists problems. */
export function violationProblem(counterexample: Counterexample): Problem {
  const { cell, law, reason, token } = counterexample
  const threw = law === LEVEL_TOTAL
  return {
    _tag: threw ? 'CodeThrew' : 'LawViolated',
    path: cell,
    expected: threw ? 'arbitraries, formats, answers and oracle that never throw' : `${law} holds`,
    received: reason,
    hint: threw
      ? "a level's functions must return a value for everything that its arbitraries draw"
      : 'fix the generator, the oracle or the law: a violated law is always a bug',
    token,
    counterexample,
  }
}
