import type { InstructionDraft } from './draft'

/**
 * Returns true for `xchg` of a register with itself. Some encodings and some decoders treat it as nop, which is another
 * mnemonic.
 */
export function isExchangeWithItself({ code, operands }: InstructionDraft): boolean {
  const [first, second] = operands
  return code.mnemonic === 'xchg' && first?._tag === 'register' && second?._tag === 'register' && first.register === second.register
}
