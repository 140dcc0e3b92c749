import type * as fc from 'fast-check'
import type { X86Tool } from '../../iced/iced'
import {
  type InstructionMaker,
  type Program,
  type ProgramConstraints,
  type ProgramDifficulty,
  programOf,
  programShape,
} from '../../programs/program'

/** Function that returns a task's answers for some bytes in each mode, or undefined if one mode has none. */
export type AnswersInBoth = (bytes: Uint8Array, ip: number) => readonly string[] | undefined

/**
 * Returns an arbitrary of programs of one mode that the other mode can read as well, but differently. Both modes have an
 * answer for every instruction, and for at least one the answers differ.
 */
export function programReadTwoWays(
  tool: X86Tool,
  difficulty: ProgramDifficulty,
  constraints: ProgramConstraints,
  answersInBoth: AnswersInBoth,
): fc.Arbitrary<Program> {
  const shape = programShape(tool, difficulty, constraints)
  const having =
    (made: InstructionMaker, fits: (answers: readonly string[]) => boolean): InstructionMaker =>
    (choose, place) => {
      const bytes = made(choose, place)
      const answers = bytes === undefined ? undefined : answersInBoth(bytes, place.ip)
      return answers !== undefined && fits(answers) ? bytes : undefined
    }
  const differing = having(shape.ordinary, ([one, other]) => one !== other)
  const [special] = shape.specials
  return programOf(tool, constraints.bits, {
    ...shape,
    ordinary: having(shape.ordinary, () => true),
    specials: difficulty === 'easy' ? [differing] : [having(special, () => true), differing],
  })
}
