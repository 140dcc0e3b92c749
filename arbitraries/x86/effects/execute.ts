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
  return run(program, new Machine(state, options))
}

/** Executes a program, and tells what is so after each instruction that was done. */
export function trace(
  program: readonly Instruction[],
  state: State,
  options: Options,
): { readonly outcome: Outcome; readonly steps: readonly Step[] } {
  const machine = new Machine(state, options)
  const steps: Step[] = []
  const outcome = run(program, machine, () => {
    steps.push({ state: machine.snapshot(), undefinedAfter: machine.flags.undefinedFlags() })
  })
  return { outcome, steps }
}

function run(program: readonly Instruction[], machine: Machine, afterEach?: () => void): Outcome {
  try {
    for (let index = 0; index < program.length; index++) {
      const instruction = program[index] as Instruction
      machine.index = index
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
