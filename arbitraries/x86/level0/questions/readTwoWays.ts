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

/** What a task answers about some bytes in each mode; undefined where it cannot in one of them. */
export type AnswersInBoth = (bytes: Uint8Array, ip: number) => readonly string[] | undefined

/**
 * Programs of one mode that the other mode can read as well, and reads differently: both modes answer about every
 * instruction, and about one at least not the same.
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
