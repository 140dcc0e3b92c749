import type { Instruction } from '../instruction'

/** Returns true if both operands are the same register. `xor eax, eax` and similar instructions do not depend on it. */
export function isSameRegister({ operands: [first, second] }: Instruction): boolean {
  return first?._tag === 'Register' && second?._tag === 'Register' && first.register.name === second.register.name
}
