import type { Claim } from './parseInput'

/** `unjudged`: the statement is about an instruction that is not there, or not there in full. */
export type Truth = 'true' | 'false' | 'unjudged'

interface Known {
  readonly mnemonic: string
  readonly length?: number
}

/** Whether a statement of an input is true of the instructions that could be read. */
export function truthOf(claim: Claim | undefined, instructions: readonly Known[]): Truth {
  if (claim === undefined) return 'true'
  const subject = instructions[claim.instruction]
  if (subject === undefined) return 'unjudged'
  if (claim._tag === 'Mnemonic') return (claim.mnemonic === subject.mnemonic) !== claim.denied ? 'true' : 'false'
  if (subject.length === undefined) return 'unjudged'
  return (claim.length === subject.length) !== claim.denied ? 'true' : 'false'
}
