import type { Difficulty } from '../../../../src/model/vocabulary'
import type { Choose } from '../../../choiceSequence'
import type { Task } from '../questions/ask'
import type { Taste } from './operands'
import { hasClearSets } from './clearSets'
import { POOLS } from './pools'
import { Sketch } from './sketch'
import { type Pool, step, type Wish } from './step'

export const REGISTERS_ONLY: Taste = { memory: false }
const IN_MEMORY: Taste = { memory: true }

/** How many instructions a program of a topic has, by difficulty. */
const COUNTS: Readonly<Record<Task, Readonly<Record<Difficulty, readonly [least: number, most: number]>>>> = {
  registers: { easy: [1, 1], medium: [2, 2], hard: [3, 5] },
  flags: { easy: [1, 1], medium: [2, 2], hard: [3, 5] },
  memory: { easy: [1, 1], medium: [2, 2], hard: [3, 5] },
  control_flow: { easy: [2, 3], medium: [3, 4], hard: [5, 7] },
  read_write_sets: { easy: [1, 1], medium: [2, 2], hard: [3, 3] },
  blocks: { easy: [3, 3], medium: [4, 5], hard: [6, 8] },
  faults: { easy: [1, 2], medium: [3, 4], hard: [5, 6] },
}

export const drawCount = (choose: Choose, task: Task, difficulty: Difficulty): number => choose.integer(...COUNTS[task][difficulty])

/** Adds the instruction that makes a program what it is to be; false where that cannot be. */
export type Special = (choose: Choose, sketch: Sketch) => boolean

/** Draws a program of a topic; undefined where what was drawn leads nowhere. */
export function drawProgram(choose: Choose, task: Exclude<Task, 'faults'>, difficulty: Difficulty, special?: Special): Sketch | undefined {
  const sketch = new Sketch(choose)
  const count = drawCount(choose, task, difficulty)
  const isFlow = task === 'control_flow'
  const at = choose.integer(0, isFlow && special !== undefined && count > 1 ? count - 2 : count - 1)
  const isTelling = special === undefined && TELLING.includes(task) && choose.integer(1, 100) > 100 - TELLING_SHARE
  if (isTelling && !drawTelling(choose, sketch, task, difficulty, count)) return undefined
  while (sketch.instructions.length < count) {
    const place = sketch.instructions.length
    if (special !== undefined && place === at) {
      if (!special(choose, sketch)) return undefined
    } else {
      const wish = wishAt(choose, task, difficulty, { isBranch: isFlow && place === count - 1, isMain: place === at })
      if (!step(choose, sketch, fitFor(task, wish))) return undefined
    }
  }
  return sketch
}

/** In questions about sets, instructions whose sets show when values change. */
function fitFor(task: Task, wish: Wish): Wish {
  if (task !== 'read_write_sets') return wish
  return { ...wish, prefixed: false, accepts: hasClearSets }
}

function wishAt(
  choose: Choose,
  task: Task,
  difficulty: Difficulty,
  { isBranch, isMain }: { readonly isBranch: boolean; readonly isMain: boolean },
): Wish {
  if (isBranch) return branchWish(choose, difficulty)
  return isMain ? mainWish(choose, task, difficulty) : bodyWish(choose, task, difficulty)
}

/** Topics in which a flag that is left undefined can be read. */
const TELLING: readonly Task[] = ['control_flow', 'blocks']
/** So many in a hundred of their programs try to. */
const TELLING_SHARE = 45

/** An instruction that leaves some flags undefined, and one that looks at one of them; between them none that changes flags. */
function drawTelling(choose: Choose, sketch: Sketch, task: Task, difficulty: Difficulty, count: number): boolean {
  const isFlow = task === 'control_flow'
  const room = count - 2
  const before = choose.integer(0, room)
  const between = isFlow ? room - before : choose.integer(0, room - before)
  for (let index = 0; index < before; index++) if (!step(choose, sketch, bodyWish(choose, task, difficulty))) return false
  if (!step(choose, sketch, { pool: POOLS.undefining, taste: REGISTERS_ONLY })) return false
  for (let index = 0; index < between; index++) if (!step(choose, sketch, { pool: POOLS.neutral, taste: REGISTERS_ONLY })) return false
  const pool = isFlow ? POOLS.jumpsOnOne : POOLS.readersOfOne
  return step(choose, sketch, { pool, taste: REGISTERS_ONLY, tells: true }) && sketch.assumed !== undefined
}

/** The instruction that makes a program fit for its topic and difficulty. */
function mainWish(choose: Choose, task: Task, difficulty: Difficulty): Wish {
  if (task === 'memory') return memoryWish(choose, difficulty)
  if (task === 'flags') return { pool: difficulty === 'easy' ? POOLS.easyFlags : POOLS.mediumFlags, taste: REGISTERS_ONLY }
  if (difficulty === 'easy') return { pool: POOLS.easy, taste: REGISTERS_ONLY }
  if (difficulty === 'medium')
    return choose.boolean() ? { pool: POOLS.mediumMemory, taste: IN_MEMORY } : { pool: POOLS.partial, taste: REGISTERS_ONLY }
  if (task === 'read_write_sets') return { pool: POOLS.hard, taste: REGISTERS_ONLY }
  return choose.integer(0, 2) === 0
    ? { pool: POOLS.strings, taste: IN_MEMORY, prefixed: true }
    : { pool: POOLS.hard, taste: { memory: choose.boolean() } }
}

function memoryWish(choose: Choose, difficulty: Difficulty): Wish {
  if (difficulty === 'easy')
    return {
      pool: choose.integer(0, 7) === 7 ? POOLS.stack : POOLS.easyStores,
      taste: IN_MEMORY,
      accepts: ({ mnemonic }) => mnemonic !== 'pop' && mnemonic !== 'leave',
    }
  const pools: readonly Pool[] = [POOLS.stores, POOLS.stores, POOLS.stores, POOLS.stores, POOLS.stack, POOLS.strings]
  return { pool: choose.pick(pools), taste: IN_MEMORY, prefixed: difficulty === 'hard' }
}

/** Any other instruction of a program. */
export function bodyWish(choose: Choose, task: Task, difficulty: Difficulty): Wish {
  if (difficulty === 'easy') return { pool: task === 'flags' ? POOLS.easyFlags : POOLS.easy, taste: REGISTERS_ONLY }
  if (choose.integer(0, 9) === 9) return { pool: POOLS.any, taste: { memory: choose.boolean() }, prefixed: true }
  if (choose.integer(0, 2) === 2) return { pool: POOLS.mediumMemory, taste: IN_MEMORY }
  return { pool: task === 'flags' && choose.boolean() ? POOLS.mediumFlags : POOLS.medium, taste: REGISTERS_ONLY }
}

function branchWish(choose: Choose, difficulty: Difficulty): Wish {
  if (difficulty === 'easy') return { pool: POOLS.flagJumps, taste: REGISTERS_ONLY }
  return { pool: choose.boolean() ? POOLS.flagJumps : POOLS.branches, taste: { memory: difficulty === 'hard' && choose.boolean() } }
}
