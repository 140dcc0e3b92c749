import type { X86Tool } from '../../iced/iced'
import { execute, type TraceStep, trace } from '../../interpreter/execute'
import type { Instruction } from '../../interpreter/instruction'
import type { Outcome, BranchReason } from '../../interpreter/outcome'
import { MAPPED } from '../programs/programBuilder'
import { registerNamed, REGISTERS as PARTS } from '../../interpreter/registers'
import type { StateItems, State } from '../../interpreter/state'
import { type Ask, FLAGS, type FlagName, type RegisterName, REGISTERS, type Span } from './ask'
import { instructionsOf, lengthsOf } from './program'
import type { GivenState, Level1Question } from './question'

/** Effects of a question's code from the stated state. */
export interface Effects {
  readonly outcome: Outcome
  readonly steps: readonly TraceStep[]
  readonly instructions: readonly Instruction[]
}

/** Returns the processor's number of a register. */
export const numberOf = (name: RegisterName): number => registerNamed(name)?.number ?? 0
const NAMES: readonly string[] = PARTS.slice(0, 16).map(({ name }) => name)
/** Returns the name of a register by the processor's number. */
export const nameOf = (number: number): RegisterName => NAMES[number] as RegisterName

/** Returns the stated state in the interpreter's form. */
export function stateOf({ registers, flags, memory }: GivenState): State {
  return {
    registers: Array.from({ length: 16 }, (_, number) => registers.get(nameOf(number))),
    flags: Object.fromEntries(flags),
    memory: new Map([...memory].map(([address, byte]) => [BigInt(address), byte])),
  }
}

const EFFECTS = new WeakMap<Level1Question, Effects | undefined>()

/** Runs a question's code, once per question. Returns undefined if the code is not of this level. */
export function effectsOf(tool: X86Tool, question: Level1Question): Effects | undefined {
  if (!EFFECTS.has(question)) {
    const instructions = instructionsOf(tool, question)
    EFFECTS.set(question, instructions === undefined ? undefined : traceQuestion(tool, question, instructions))
  }
  return EFFECTS.get(question)
}

function traceQuestion(tool: X86Tool, question: Level1Question, instructions: readonly Instruction[]): Effects | undefined {
  const lengths = instructions.some(({ mnemonic }) => mnemonic === 'call') ? lengthsOf(tool, question, instructions) : []
  if (lengths === undefined) return undefined
  const { flag } = question
  const assumed = flag === undefined ? [] : [{ index: flag.index, flag: flag.name, value: flag.value }]
  const { steps, outcome } = trace(instructions, stateOf(question), {
    ip: question.ip,
    mapped: MAPPED,
    lengths,
    assumed,
    maxIterations: 12,
  })
  return { steps, outcome, instructions }
}

/** Returns the answer of a question, or an empty text if the question does not determine it. */
export function answerOf(tool: X86Tool, question: Level1Question): string {
  const effects = effectsOf(tool, question)
  return effects === undefined ? NONE : (printAnswer(question.ask, effects) ?? NONE)
}

const NONE = ''

function printAnswer(ask: Ask, effects: Effects): string | undefined {
  const { outcome, instructions, steps } = effects
  if (ask._tag === 'Fault') return printFault(outcome)
  if (outcome._tag !== 'Ran') return undefined
  switch (ask._tag) {
    case 'Next':
      return outcome.why === undefined
        ? undefined
        : `next=${outcome.next._tag === 'Fall' ? 'fall' : hex(outcome.next.to)} (${printReason(outcome.why, instructions[steps.length - 1]?.mnemonic)})`
    case 'Sets':
      return `reads: ${printItems(outcome.reads, readsMemory(effects))}\nwrites: ${printItems(outcome.writes)}`
    case 'Values':
      return printValues(ask, outcome)
  }
}

const hex = (value: bigint): string => `0x${value.toString(16)}`

function printFault(outcome: Outcome): string | undefined {
  if (outcome._tag === 'Ran') return 'fault=none'
  if (outcome._tag !== 'Fault' || outcome.fault === '#GP' || outcome.fault === '#SS') return undefined
  return `fault=${outcome.fault} at ${outcome.index}${outcome.address === undefined ? '' : ` reaching ${hex(outcome.address)}`}`
}

function printReason(why: BranchReason, mnemonic: string | undefined): string {
  if (why._tag === 'Always') return 'always'
  const counter = why.counter === undefined ? [] : [`${mnemonic === 'jecxz' ? 'ecx' : 'rcx'}=${hex(why.counter)}`]
  return [...counter, ...why.flags.map(({ flag, value }) => `${flag}=${value ? 1 : 0}`)].join(' ')
}

/** Returns true if an instruction reads memory, even memory that another one has written. */
const readsMemory = ({ instructions, steps }: Effects): boolean =>
  instructions.some((instruction, index) => {
    const before = steps[index - 1]?.state
    const outcome = before === undefined ? undefined : execute([instruction], before, { ip: 0, mapped: MAPPED, lengths: [0] })
    return outcome?._tag === 'Ran' && outcome.reads.memory.size > 0
  })

function printItems({ registers, flags, memory }: StateItems, alsoMemory = false): string {
  const names = [
    ...REGISTERS.filter(name => registers.has(numberOf(name))),
    ...FLAGS.filter(flag => flags.has(flag)),
    ...(memory.size > 0 || alsoMemory ? ['mem'] : []),
  ]
  return names.length === 0 ? 'none' : names.join(' ')
}

function printValues(
  { registers, flags, memory }: Extract<Ask, { _tag: 'Values' }>,
  { state, undefinedAfter }: Extract<Outcome, { _tag: 'Ran' }>,
): string | undefined {
  const lines: string[] = []
  for (const name of registers) {
    const value = state.registers[numberOf(name)]
    if (value === undefined) return undefined
    lines.push(`${name}=${hex(value)}`)
  }
  const flagTexts: string[] = []
  for (const name of flags) {
    const value = undefinedAfter.has(name) ? 'undef' : state.flags[name]
    if (value === undefined) return undefined
    flagTexts.push(`${name}=${value === 'undef' ? value : value ? 1 : 0}`)
  }
  if (flagTexts.length > 0) lines.push(flagTexts.join(' '))
  const bytes = memory === undefined ? [] : readBytes(state, memory)
  if (bytes.includes(undefined)) return undefined
  if (memory !== undefined)
    lines.push(`mem[${hex(BigInt(memory.address))}]=${bytes.map(byte => (byte as number).toString(16).padStart(2, '0')).join(' ')}`)
  return lines.join('\n')
}

const readBytes = ({ memory }: State, { address, length }: Span): readonly (number | undefined)[] =>
  Array.from({ length }, (_, offset) => memory.get(BigInt(address + offset)))

/** Returns the requested items that are unknown in the final state. */
export function unknownOf(
  ask: Ask,
  { state, undefinedAfter }: Extract<Outcome, { _tag: 'Ran' }>,
): {
  readonly registers: readonly RegisterName[]
  readonly flags: readonly FlagName[]
  readonly memory: readonly number[]
} {
  if (ask._tag !== 'Values') return { registers: [], flags: [], memory: [] }
  return {
    registers: ask.registers.filter(name => state.registers[numberOf(name)] === undefined),
    flags: ask.flags.filter(name => !undefinedAfter.has(name) && state.flags[name] === undefined),
    memory:
      ask.memory === undefined
        ? []
        : readBytes(state, ask.memory).flatMap((byte, offset) => (byte === undefined ? [(ask.memory?.address ?? 0) + offset] : [])),
  }
}
