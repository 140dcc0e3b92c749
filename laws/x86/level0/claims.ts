import type { Claim } from './parseInput'

/** Truth of a statement. `unjudged`: the statement is about an instruction that is missing or incomplete. */
export type Truth = 'true' | 'false' | 'unjudged'

interface Known {
  readonly mnemonic: string
  readonly length?: number
}

/** Evaluates the statement of an input against the instructions that could be read. An input without a statement counts as true. */
export function truthOf(claim: Claim | undefined, instructions: readonly Known[]): Truth {
  if (claim === undefined) return 'true'
  const subject = instructions[claim.instruction]
  if (subject === undefined) return 'unjudged'
  if (claim._tag === 'Mnemonic') return (claim.mnemonic === subject.mnemonic) !== claim.denied ? 'true' : 'false'
  if (subject.length === undefined) return 'unjudged'
  return (claim.length === subject.length) !== claim.denied ? 'true' : 'false'
}
