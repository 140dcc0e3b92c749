import type { Counterexample, Problem } from '../../model/problem'
import { TOTAL } from './subject'

/** A counterexample as one of a list of problems. */
export function violationProblem(counterexample: Counterexample): Problem {
  const { cell, law, reason, token } = counterexample
  const threw = law === TOTAL
  return {
    _tag: threw ? 'Threw' : 'LawViolated',
    path: cell,
    expected: threw ? 'arbitraries, formats, answers and oracle that never throw' : `${law} holds`,
    received: reason,
    hint: threw
      ? 'a level gives a value for whatever its arbitraries draw'
      : 'the generator, the oracle or the law is wrong: a violated law is a bug, never a statistic',
    token,
    counterexample,
  }
}
