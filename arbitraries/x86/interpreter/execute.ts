import { known } from './families/families'
import type { Instruction } from './instruction'
import { Machine } from './machine'
import { type Halt, Halted, type Options, type Outcome } from './outcome'
import type { Flag, State } from './state'

/** What is so after an instruction. */
export interface Step {
  readonly state: State
  readonly undefinedAfter: ReadonlyMap<Flag, number>
}

/** Executes instructions one after another, up to a branch that is taken, to what halts them, or to their end. */
export function execute(program: readonly Instruction[], state: State, options: Options): Outcome {
  return run(program, Machine.from(state, options))
}

/** Executes a program, and tells what is so after each instruction that was done. */
export function trace(
  program: readonly Instruction[],
  state: State,
  options: Options,
): { readonly outcome: Outcome; readonly steps: readonly Step[] } {
  const machine = Machine.from(state, options)
  const steps: Step[] = []
  const outcome = run(program, machine, () => {
    steps.push({ state: machine.snapshot(), undefinedAfter: machine.flags.undefinedFlags() })
  })
  return { outcome, steps }
}

/** A program that instructions are added to, one by one: none is executed twice. */
export class Execution {
  private constructor(private readonly machine: Machine) {}

  static of(program: readonly Instruction[], state: State, options: Options): { readonly execution: Execution; readonly outcome: Outcome } {
    const machine = Machine.from(state, options)
    return { execution: new Execution(machine), outcome: run(program, machine) }
  }

  /** The program with one more instruction, and what becomes of it; this one stays as it is. */
  with(instruction: Instruction, index: number): { readonly execution: Execution; readonly outcome: Outcome } {
    const machine = this.machine.fork()
    // Behind a branch that is taken nothing is executed.
    const outcome = run(machine.target === undefined ? [instruction] : [], machine, undefined, index)
    return { execution: new Execution(machine), outcome }
  }

  /** Has a register hold another value from the start, which nothing has used yet. */
  settle(register: number, value: bigint): void {
    this.machine.registers.settle(register, value)
  }
}

function run(program: readonly Instruction[], machine: Machine, afterEach?: () => void, first = 0): Outcome {
  try {
    for (let at = 0; at < program.length; at++) {
      const instruction = program[at] as Instruction
      machine.index = first + at
      machine.why = undefined
      known(instruction.mnemonic).effect(machine, instruction)
      afterEach?.()
      if (machine.target !== undefined) break
    }
  } catch (thrown) {
    if (thrown instanceof Halted) return halted(machine, thrown.halt)
    throw thrown
  }
  return {
    _tag: 'Ran',
    state: machine.snapshot(),
    undefinedAfter: machine.flags.undefinedFlags(),
    next: machine.target === undefined ? { _tag: 'Fall' } : { _tag: 'Jump', to: machine.target },
    why: machine.why,
    ...machine.tracking(),
  }
}

function halted(machine: Machine, halt: Halt): Outcome {
  const { index } = machine
  if (halt._tag !== 'Fault') return { ...halt, index }
  const undefinedAfter = machine.flags.undefinedFlags()
  return { ...halt, index, state: machine.snapshot(), undefinedAfter, ...machine.tracking() }
}
