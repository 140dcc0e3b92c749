import type { Instruction } from '../instruction'

/** Both operands are one register: `xor eax, eax` and its like do not depend on it. */
export function isSameRegister({ operands: [first, second] }: Instruction): boolean {
  return first?._tag === 'Register' && second?._tag === 'Register' && first.register.name === second.register.name
}
