import type { Difficulty } from '../../../../src/model/vocabulary'
import type { Choose } from '../../../choiceSequence'
import type { Level1Task } from '../questions/ask'
import type { OperandStyle } from './operands'
import { hasFixedSets } from './clearSets'
import { POOLS } from './pools'
import { ProgramBuilder } from './programBuilder'
import { type Pool, addInstruction, type InstructionSpec } from './step'

/** Style of operands that are only registers. */
export const REGISTERS_ONLY: OperandStyle = { memory: false }
const IN_MEMORY: OperandStyle = { memory: true }

/** Range of the number of instructions, by topic and difficulty. */
const COUNTS: Readonly<Record<Level1Task, Readonly<Record<Difficulty, readonly [min: number, max: number]>>>> = {
  registers: { easy: [1, 1], medium: [2, 2], hard: [3, 5] },
  flags: { easy: [1, 1], medium: [2, 2], hard: [3, 5] },
  memory: { easy: [1, 1], medium: [2, 2], hard: [3, 5] },
  control_flow: { easy: [2, 3], medium: [3, 4], hard: [5, 7] },
  read_write_sets: { easy: [1, 1], medium: [2, 2], hard: [3, 3] },
  blocks: { easy: [3, 3], medium: [4, 5], hard: [6, 8] },
  faults: { easy: [1, 2], medium: [3, 4], hard: [5, 6] },
}

/** Draws the number of instructions of a program. */
export const drawCount = (choose: Choose, task: Level1Task, difficulty: Difficulty): number => choose.integer(...COUNTS[task][difficulty])

/** Adds the instruction that characterizes a program. Returns false if that is impossible. */
export type Special = (choose: Choose, builder: ProgramBuilder) => boolean

/** Draws a program of a topic. Returns undefined if the draw failed. */
export function drawProgram(
  choose: Choose,
  task: Exclude<Level1Task, 'faults'>,
  difficulty: Difficulty,
  special?: Special,
): ProgramBuilder | undefined {
  const builder = new ProgramBuilder(choose)
  const count = drawCount(choose, task, difficulty)
  const isFlow = task === 'control_flow'
  const at = choose.integer(0, isFlow && special !== undefined && count > 1 ? count - 2 : count - 1)
  const readsUndefinedFlag =
    special === undefined && UNDEFINED_FLAG_TASKS.includes(task) && choose.integer(1, 100) > 100 - UNDEFINED_FLAG_PERCENT
  if (readsUndefinedFlag && !addUndefinedFlagRead(choose, builder, task, difficulty, count)) return undefined
  while (builder.instructions.length < count) {
    const index = builder.instructions.length
    if (special !== undefined && index === at) {
      if (!special(choose, builder)) return undefined
    } else {
      const spec = specAt(choose, task, difficulty, { isBranch: isFlow && index === count - 1, isMain: index === at })
      if (!addInstruction(choose, builder, adaptSpec(task, spec))) return undefined
    }
  }
  return builder
}

/** Restricts questions about sets to instructions whose sets do not depend on values. */
function adaptSpec(task: Level1Task, spec: InstructionSpec): InstructionSpec {
  if (task !== 'read_write_sets') return spec
  return { ...spec, prefixed: false, accepts: hasFixedSets }
}

function specAt(
  choose: Choose,
  task: Level1Task,
  difficulty: Difficulty,
  { isBranch, isMain }: { readonly isBranch: boolean; readonly isMain: boolean },
): InstructionSpec {
  if (isBranch) return branchSpec(choose, difficulty)
  return isMain ? mainSpec(choose, task, difficulty) : bodySpec(choose, task, difficulty)
}

/** Topics in which code may read an undefined flag. */
const UNDEFINED_FLAG_TASKS: readonly Level1Task[] = ['control_flow', 'blocks']
/** Percentage of their programs that try to. */
const UNDEFINED_FLAG_PERCENT = 45

/**
 * Adds an instruction that leaves flags undefined and one that reads such a flag. No instruction between them changes
 * flags.
 */
function addUndefinedFlagRead(choose: Choose, builder: ProgramBuilder, task: Level1Task, difficulty: Difficulty, count: number): boolean {
  const isFlow = task === 'control_flow'
  const room = count - 2
  const before = choose.integer(0, room)
  const between = isFlow ? room - before : choose.integer(0, room - before)
  for (let index = 0; index < before; index++) if (!addInstruction(choose, builder, bodySpec(choose, task, difficulty))) return false
  if (!addInstruction(choose, builder, { pool: POOLS.undefining, style: REGISTERS_ONLY })) return false
  for (let index = 0; index < between; index++)
    if (!addInstruction(choose, builder, { pool: POOLS.neutral, style: REGISTERS_ONLY })) return false
  const pool = isFlow ? POOLS.jumpsOnOne : POOLS.readersOfOne
  return addInstruction(choose, builder, { pool, style: REGISTERS_ONLY, assumesFlag: true }) && builder.assumed !== undefined
}

/** Returns the spec of the instruction that makes a program suitable for its topic and difficulty. */
function mainSpec(choose: Choose, task: Level1Task, difficulty: Difficulty): InstructionSpec {
  if (task === 'memory') return memorySpec(choose, difficulty)
  if (task === 'flags') return { pool: difficulty === 'easy' ? POOLS.easyFlags : POOLS.mediumFlags, style: REGISTERS_ONLY }
  if (difficulty === 'easy') return { pool: POOLS.easy, style: REGISTERS_ONLY }
  if (difficulty === 'medium')
    return choose.boolean() ? { pool: POOLS.mediumMemory, style: IN_MEMORY } : { pool: POOLS.partial, style: REGISTERS_ONLY }
  if (task === 'read_write_sets') return { pool: POOLS.hard, style: REGISTERS_ONLY }
  return choose.integer(0, 2) === 0
    ? { pool: POOLS.strings, style: IN_MEMORY, prefixed: true }
    : { pool: POOLS.hard, style: { memory: choose.boolean() } }
}

function memorySpec(choose: Choose, difficulty: Difficulty): InstructionSpec {
  if (difficulty === 'easy')
    return {
      pool: choose.integer(0, 7) === 7 ? POOLS.stack : POOLS.easyStores,
      style: IN_MEMORY,
      accepts: ({ mnemonic }) => mnemonic !== 'pop' && mnemonic !== 'leave',
    }
  const pools: readonly Pool[] = [POOLS.stores, POOLS.stores, POOLS.stores, POOLS.stores, POOLS.stack, POOLS.strings]
  return { pool: choose.pick(pools), style: IN_MEMORY, prefixed: difficulty === 'hard' }
}

/** Draws the spec of any other instruction of a program. */
export function bodySpec(choose: Choose, task: Level1Task, difficulty: Difficulty): InstructionSpec {
  if (difficulty === 'easy') return { pool: task === 'flags' ? POOLS.easyFlags : POOLS.easy, style: REGISTERS_ONLY }
  if (choose.integer(0, 9) === 9) return { pool: POOLS.any, style: { memory: choose.boolean() }, prefixed: true }
  if (choose.integer(0, 2) === 2) return { pool: POOLS.mediumMemory, style: IN_MEMORY }
  return { pool: task === 'flags' && choose.boolean() ? POOLS.mediumFlags : POOLS.medium, style: REGISTERS_ONLY }
}

function branchSpec(choose: Choose, difficulty: Difficulty): InstructionSpec {
  if (difficulty === 'easy') return { pool: POOLS.flagJumps, style: REGISTERS_ONLY }
  return { pool: choose.boolean() ? POOLS.flagJumps : POOLS.branches, style: { memory: difficulty === 'hard' && choose.boolean() } }
}
