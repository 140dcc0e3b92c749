import { execute } from '../../../../../arbitraries/x86/interpreter/execute'
import { printInstruction } from '../../../../../arbitraries/x86/interpreter/canonicalAsm'
import type { Outcome } from '../../../../../arbitraries/x86/interpreter/outcome'
import { POOLS } from '../../../../../arbitraries/x86/level1/programs/pools'
import { MAPPED, ProgramBuilder } from '../../../../../arbitraries/x86/level1/programs/programBuilder'
import { type Pool, addInstruction } from '../../../../../arbitraries/x86/level1/programs/step'
import { FLAGS, type State } from '../../../../../arbitraries/x86/interpreter/state'
import { effectEncoding } from '../../../../../laws/x86/assembly/generalRegisterEncodings'
import { DATA_END, FLAG_BITS, type Run, WINDOW_BYTES } from '../../../../../laws/x86/processor/processor'
import type { Below } from './drawInstruction'
import { chooseFrom } from './chooseFrom'
import type { Start } from './drawState'
import { stateOfRun } from './stateOfRun'

/** Consecutive instructions, a state in which all of them run, and the outcome of the interpreter. */
export interface Block {
  readonly texts: readonly string[]
  readonly run: Run
  readonly outcome: Outcome
}

const MIN_INSTRUCTIONS = 3
const MAX_INSTRUCTIONS = 8
const POOLS_OF_BLOCKS: readonly Pool[] = [POOLS.any, POOLS.medium, POOLS.mediumMemory, POOLS.strings, POOLS.readersOfOne, POOLS.stores]
/** Maximum of steps: more than eight instructions, each of which may repeat a few times. */
const BUDGET = 100

/** Draws a block that ends and reads no undefined flag. */
export function drawBlock(below: Below): Block {
  const choose = chooseFrom(below)
  for (;;) {
    const sketch = new ProgramBuilder(choose)
    const count = choose.integer(MIN_INSTRUCTIONS, MAX_INSTRUCTIONS)
    while (sketch.instructions.length < count) {
      const wish = { pool: choose.pick(POOLS_OF_BLOCKS), style: { memory: choose.boolean() }, prefixed: choose.boolean() }
      if (!addInstruction(choose, sketch, wish)) break
    }
    if (sketch.instructions.length === count) return blockOf(sketch, choose.integer(0, 0xff))
  }
}

function blockOf({ instructions, state, ip, areaStart: area }: ProgramBuilder, fill: number): Block {
  const texts = instructions.map(printInstruction)
  const code: number[] = []
  const starts: number[] = []
  for (const text of texts) {
    const encoding = effectEncoding(text, ip + code.length)
    if (encoding === undefined) throw new Error(`the oracle cannot assemble ${text}`)
    starts.push(code.length)
    code.push(...encoding)
  }
  const run: Run = { ...startOf(state, area, fill), ip, code: Uint8Array.from(code), starts, budget: BUDGET }
  const lengths = starts.map((start, index) => (starts[index + 1] ?? code.length) - start)
  return { texts, run, outcome: execute(instructions, stateOfRun(run), { ip, lengths, mapped: MAPPED, maxIterations: BUDGET }) }
}

function startOf({ registers, flags, memory }: State, area: number, fill: number): Start {
  const window = Math.min(area, DATA_END - WINDOW_BYTES)
  return {
    registers: BigUint64Array.from(registers, value => value ?? 0n),
    flags: FLAGS.reduce((all, flag) => all | (flags[flag] === true ? FLAG_BITS[flag] : 0), 0),
    window,
    memory: Uint8Array.from({ length: WINDOW_BYTES }, (_, offset) => memory.get(BigInt(window + offset)) ?? fill),
    fill,
  }
}
