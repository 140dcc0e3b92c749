import type { Oracle, Verdict } from '../../model/oracle'
import { describe } from '../../utils/strings/describe'
import { formatCount } from '../../utils/strings/numbers'

/** Result of an oracle for some texts. */
export interface OracleResult<A> {
  /** Verdicts in the order of the texts; fewer than texts if the oracle is wrong. */
  readonly verdicts: readonly (Verdict<A> | undefined)[]
  /** Reason why a text has no verdict, for the texts without one. */
  readonly noVerdict: string
}

/** Asks an oracle about texts. An oracle may come from untyped code and return anything. Throws what the oracle throws. */
export function askOracle<A>(owner: { readonly oracle: Oracle<A> }, texts: readonly string[]): OracleResult<A> {
  const returned: unknown = owner.oracle(texts)
  if (Array.isArray(returned)) return { verdicts: returned, noVerdict: countProblem(returned.length, texts.length) }
  if (returned instanceof Promise) {
    // A rejection that nothing handles would end the process.
    returned.catch(() => undefined)
    return { verdicts: [], noVerdict: 'the oracle returned a Promise; it must be synchronous' }
  }
  return { verdicts: [], noVerdict: `the oracle returned ${describe(returned)}; it must return an array of verdicts` }
}

const countProblem = (verdicts: number, texts: number): string =>
  verdicts === texts
    ? 'the oracle gave no verdict'
    : `the oracle returned ${formatCount(verdicts, 'verdict')} for ${formatCount(texts, 'text')}`
