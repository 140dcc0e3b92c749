import type * as fc from 'fast-check'
import { saysTheSame } from './bothModes'
import type { X86Tool } from './iced'
import { type InstructionMaker, type Program, type ProgramDifficulty, programOf, programShape } from './program'
import { isReadableIn } from './traps/readableIn'

/**
 * Programs of one mode that the other mode can read as well, and reads differently: every instruction is readable in
 * both, and one at least says something else.
 */
export function programReadTwoWays(
  tool: X86Tool,
  difficulty: ProgramDifficulty,
  bits: 32 | 64,
  only: (mnemonic: string) => boolean,
): fc.Arbitrary<Program> {
  const shape = programShape(tool, difficulty, { bits, only })
  const readable =
    (made: InstructionMaker): InstructionMaker =>
    (choose, place) => {
      const bytes = made(choose, place)
      return bytes !== undefined && isReadableIn(tool, 'x86', bytes, place.ip) ? bytes : undefined
    }
  const differing: InstructionMaker = (choose, place) => {
    const bytes = readable(shape.ordinary)(choose, place)
    return bytes !== undefined && !saysTheSame(tool, bytes, place.ip) ? bytes : undefined
  }
  const [special] = shape.specials
  return programOf(tool, bits, {
    ...shape,
    ordinary: readable(shape.ordinary),
    specials: difficulty === 'easy' ? [differing] : [readable(special), differing],
  })
}
