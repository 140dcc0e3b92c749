import { findMnemonic } from './families/families'
import type { Instruction } from './instruction'
import { Machine } from './machine'
import { type Halt, Halted, type ExecutionOptions, type Outcome } from './outcome'
import type { Flag, State } from './state'

/** State after an instruction. */
export interface TraceStep {
  readonly state: State
  readonly undefinedAfter: ReadonlyMap<Flag, number>
}

/** Executes instructions in order, until a taken branch, a halt or the end. */
export function execute(program: readonly Instruction[], state: State, options: ExecutionOptions): Outcome {
  return run(program, Machine.from(state, options))
}

/** Executes a program and records the state after each completed instruction. */
export function trace(
  program: readonly Instruction[],
  state: State,
  options: ExecutionOptions,
): { readonly outcome: Outcome; readonly steps: readonly TraceStep[] } {
  const machine = Machine.from(state, options)
  const steps: TraceStep[] = []
  const outcome = run(program, machine, () => {
    steps.push({ state: machine.snapshot(), undefinedAfter: machine.flags.undefinedFlags() })
  })
  return { outcome, steps }
}

/** Program that grows by one instruction at a time; no instruction is executed twice. */
export class Execution {
  private constructor(private readonly machine: Machine) {}

  static of(
    program: readonly Instruction[],
    state: State,
    options: ExecutionOptions,
  ): { readonly execution: Execution; readonly outcome: Outcome } {
    const machine = Machine.from(state, options)
    return { execution: new Execution(machine), outcome: run(program, machine) }
  }

  /** Returns the program extended by one instruction, and its outcome. This object does not change. */
  with(instruction: Instruction, index: number): { readonly execution: Execution; readonly outcome: Outcome } {
    const machine = this.machine.fork()
    // Nothing is executed after a taken branch.
    const outcome = run(machine.target === undefined ? [instruction] : [], machine, undefined, index)
    return { execution: new Execution(machine), outcome }
  }

  /** Replaces the initial value of a register. Nothing may have used it yet. */
  setInitialValue(register: number, value: bigint): void {
    this.machine.registers.setInitialValue(register, value)
  }
}

function run(program: readonly Instruction[], machine: Machine, afterEach?: () => void, first = 0): Outcome {
  try {
    for (let at = 0; at < program.length; at++) {
      const instruction = program[at] as Instruction
      machine.index = first + at
      machine.why = undefined
      findMnemonic(instruction.mnemonic).effect(machine, instruction)
      afterEach?.()
      if (machine.target !== undefined) break
    }
  } catch (thrown) {
    if (thrown instanceof Halted) return toHaltOutcome(machine, thrown.halt)
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

function toHaltOutcome(machine: Machine, halt: Halt): Outcome {
  const { index } = machine
  if (halt._tag !== 'Fault') return { ...halt, index }
  const undefinedAfter = machine.flags.undefinedFlags()
  return { ...halt, index, state: machine.snapshot(), undefinedAfter, ...machine.tracking() }
}
