import type { InstructionDraft } from './draft'

/** Exchanging a register with itself is another mnemonic, nop, in some encodings and for some decoders. */
export function isExchangeWithItself({ code, operands }: InstructionDraft): boolean {
  const [first, second] = operands
  return code.mnemonic === 'xchg' && first?._tag === 'register' && second?._tag === 'register' && first.register === second.register
}
