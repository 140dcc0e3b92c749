import { either as E } from 'fp-ts'
import type { Format } from '../../../../src/model/format'
import {
  type Ask,
  FLAGS,
  type FlagName,
  isFlagName,
  isRegisterName,
  printAsk,
  readAsk,
  type RegisterName,
  REGISTERS,
  type Level1Task,
  LEVEL1_TASKS,
} from './ask'

/** Statement about the state after one instruction, counted from 0. */
export interface StatedValue<Name extends string, Value> {
  readonly index: number
  readonly name: Name
  readonly value: Value
}

/** Stated part of the state before the code. */
export interface GivenState {
  readonly registers: ReadonlyMap<RegisterName, bigint>
  readonly flags: ReadonlyMap<FlagName, boolean>
  /** Bytes by address. */
  readonly memory: ReadonlyMap<number, number>
}

/** Input of level 1, line by line. Its grammar is in docs/levels/level1.md. */
export interface Level1Question extends GivenState {
  readonly task: Level1Task
  /** Address of the first instruction. */
  readonly ip: number
  /** Instructions in canonical assembly text, or `db` and the bytes of one. */
  readonly code: readonly string[]
  readonly ask: Ask
  /** Value of a flag after an instruction that leaves it undefined. */
  readonly flag: StatedValue<FlagName, boolean> | undefined
  /** Value of a register after an instruction. */
  readonly given: StatedValue<RegisterName, bigint> | undefined
}

/** Format of questions as the text of a row. */
export const questionFormat: Format<Level1Question> = {
  print: question => printQuestion(question),
  parse: text => {
    const question = readQuestion(text)
    return question === undefined
      ? E.left({ at: 0, expected: 'a text of the form that docs/levels/level1.md describes' })
      : E.right(question)
  },
}

/** Returns the number of things to follow: instructions, their operands, and memory operands counted twice more. */
export const measureDifficulty = ({ code }: Level1Question): number =>
  code.reduce((sum, part) => sum + 2 + (part.match(/,/g)?.length ?? 0) + 2 * (part.match(/\[/g)?.length ?? 0), 0)

/** Returns what questions about the same program have in common: the code and its initial state. */
export const canonicalForm = (question: Level1Question): string =>
  printQuestion({ ...question, ask: { _tag: 'Next' }, task: '', flag: undefined, given: undefined })

/** Question in which a trap may have changed the task or the isa. */
type Printable = Omit<Level1Question, 'task'> & { readonly task: string; readonly isa?: string }

/** Returns the text of a question or of a trap. */
export function printQuestion({ task, isa = 'x86-64', ip, code, registers, flags, memory, ask, flag, given }: Printable): string {
  const lines = [`task: ${task}`, `isa: ${isa}`, `ip: ${hex(ip)}`, `code: ${code.join('; ')}`]
  const registerTexts = REGISTERS.filter(name => registers.has(name)).map(name => `${name}=${hex(registers.get(name) as bigint)}`)
  if (registerTexts.length > 0) lines.push(`registers: ${registerTexts.join(' ')}`)
  const flagTexts = FLAGS.filter(name => flags.has(name)).map(name => `${name}=${bit(flags.get(name) === true)}`)
  if (flagTexts.length > 0) lines.push(`flags: ${flagTexts.join(' ')}`)
  if (memory.size > 0) lines.push(`memory: ${spansOf(memory).join(', ')}`)
  if (ask._tag === 'Fault') lines.push(MAPPED)
  lines.push(`ask: ${printAsk(ask)}`)
  if (flag !== undefined) lines.push(`flag: after instruction ${flag.index}, ${flag.name}=${bit(flag.value)}`)
  if (given !== undefined) lines.push(`given: after instruction ${given.index}, ${given.name}=${hex(given.value)}`)
  return lines.join('\n')
}

/** Line that states the accessible memory in questions about faults. */
const MAPPED = 'mapped: 0x20000 to 0x20fff'

const hex = (value: number | bigint): string => `0x${value.toString(16)}`
const bit = (value: boolean): string => (value ? '1' : '0')

/** Returns the texts of adjacent bytes, each with its start address: `0x20808=2a 00`. */
function spansOf(memory: ReadonlyMap<number, number>): readonly string[] {
  const spans: string[] = []
  let previous = Number.NaN
  for (const [address, byte] of [...memory].sort(([one], [other]) => one - other)) {
    const pair = byte.toString(16).padStart(2, '0')
    if (address === previous + 1) spans.push(`${spans.pop()} ${pair}`)
    else spans.push(`${hex(address)}=${pair}`)
    previous = address
  }
  return spans
}

const GRAMMAR = new RegExp(
  `^task: (${LEVEL1_TASKS.join('|')})\\nisa: x86-64\\nip: 0x([0-9a-f]{1,8})\\ncode: ([^\\n]+)(?:\\nregisters: ([^\\n]+))?(?:\\nflags: ([^\\n]+))?` +
    `(?:\\nmemory: ([^\\n]+))?(?:\\n${MAPPED})?\\nask: ([^\\n]+)` +
    '(?:\\nflag: after instruction (\\d{1,2}), ([A-Z]F)=([01]))?(?:\\ngiven: after instruction (\\d{1,2}), (r\\w+)=0x([0-9a-f]{1,16}))?$',
)

/** Parses a question. Printing it again reveals any other order or spelling. */
function readQuestion(text: string): Level1Question | undefined {
  const match = GRAMMAR.exec(text)
  if (match === null) return undefined
  const [, task, ip = '', code = '', registers = '', flags = '', memory = '', asked = '', ...statements] = match
  const ask = readAsk(asked)
  const state = readState(registers, flags, memory)
  if (ask === undefined || state === undefined) return undefined
  const [flagIndex, flagName = '', flagValue, givenIndex, givenName = '', givenValue = ''] = statements
  if (flagIndex !== undefined && !isFlagName(flagName)) return undefined
  if (givenIndex !== undefined && !isRegisterName(givenName)) return undefined
  return {
    task: task as Level1Task,
    ip: Number.parseInt(ip, 16),
    code: code.split('; '),
    ...state,
    ask,
    flag: flagIndex === undefined ? undefined : { index: Number(flagIndex), name: flagName as FlagName, value: flagValue === '1' },
    given:
      givenIndex === undefined
        ? undefined
        : { index: Number(givenIndex), name: givenName as RegisterName, value: BigInt(`0x${givenValue}`) },
  }
}

function readState(registers: string, flags: string, memory: string): GivenState | undefined {
  const state = { registers: new Map<RegisterName, bigint>(), flags: new Map<FlagName, boolean>(), memory: new Map<number, number>() }
  for (const item of registers === '' ? [] : registers.split(' ')) {
    const [, name = '', value = ''] = /^(r\w+)=0x([0-9a-f]{1,16})$/.exec(item) ?? []
    if (!isRegisterName(name)) return undefined
    state.registers.set(name, BigInt(`0x${value}`))
  }
  for (const item of flags === '' ? [] : flags.split(' ')) {
    const [, name = '', value] = /^([A-Z]F)=([01])$/.exec(item) ?? []
    if (!isFlagName(name)) return undefined
    state.flags.set(name, value === '1')
  }
  for (const item of memory === '' ? [] : memory.split(', ')) {
    const [, start = '', bytes = ''] = /^0x([0-9a-f]{1,8})=([0-9a-f]{2}(?: [0-9a-f]{2})*)$/.exec(item) ?? []
    if (start === '') return undefined
    for (const [index, pair] of bytes.split(' ').entries()) state.memory.set(Number.parseInt(start, 16) + index, Number.parseInt(pair, 16))
  }
  return state
}
