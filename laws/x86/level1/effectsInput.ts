import { FLAG_BITS, REGISTER_NAMES } from '../processor/processor'

/** Part of the state before the code that an input states (its lines `registers:`, `flags:` and `memory:`). */
export interface Known {
  /** Register values by register number. */
  readonly registers: ReadonlyMap<number, bigint>
  /** Stated flags as bits of EFLAGS, and the ones among them that are set. */
  readonly flags: { readonly stated: number; readonly set: number }
  /** Bytes by address. */
  readonly memory: ReadonlyMap<number, number>
}

/** Values that an input asks for. */
export interface AskedValues {
  readonly registers: readonly number[]
  /** Bits of EFLAGS, in ascending order. */
  readonly flags: readonly number[]
  readonly memory: { readonly address: number; readonly length: number } | undefined
}

/** Parsed level 1 input. */
export interface EffectsInput {
  readonly task: string
  readonly ip: number
  readonly code: readonly string[]
  readonly known: Known
  readonly ask: AskedValues | 'next' | 'sets' | 'fault'
  /** Stated value of a flag (one bit of EFLAGS) after an instruction. */
  readonly flag: { readonly index: number; readonly bit: number; readonly isSet: boolean } | undefined
  /** Stated value of a register after an instruction. */
  readonly given: { readonly index: number; readonly register: number; readonly value: bigint } | undefined
}

const TASKS = ['registers', 'flags', 'memory', 'control_flow', 'read_write_sets', 'blocks', 'faults']
/** Keys of the lines, in their order in an input. */
const KEYS = ['task', 'isa', 'ip', 'code', 'registers', 'flags', 'memory', 'mapped', 'ask', 'flag', 'given']
const ALWAYS = ['task', 'isa', 'ip', 'code', 'ask']

/** Parses an input. Returns `out of scope` if it declares another task or machine, undefined if it is not an input of this level. */
export function readEffects(text: string): EffectsInput | 'out of scope' | undefined {
  const lines = linesOf(text)
  if (lines === undefined) return undefined
  if (lines.get('task') === 'dominators' || /^(?:aarch64|x86-64 ring 0)$/.test(lines.get('isa') ?? '')) return 'out of scope'
  const task = lines.get('task') ?? ''
  if (!TASKS.includes(task) || lines.get('isa') !== 'x86-64') return undefined
  const ip = hexadecimal(lines.get('ip') ?? '')
  const known = readKnown(lines)
  const ask = readAsk(lines.get('ask') ?? '')
  if (ip === undefined || known === undefined || ask === undefined) return undefined
  const flag = readStatement(lines.get('flag'), (index, name, value) => {
    const bit = flagBit(name)
    return bit === undefined || !/^[01]$/.test(value) ? undefined : { index, bit, isSet: value === '1' }
  })
  const given = readStatement(lines.get('given'), (index, name, value) => {
    const [register, stated] = [registerNumber(name), hexadecimal(value)]
    return register === undefined || stated === undefined ? undefined : { index, register, value: stated }
  })
  if (flag === 'wrong' || given === 'wrong' || (ask === 'fault') !== lines.has('mapped')) return undefined
  return { task, ip: Number(ip), code: (lines.get('code') ?? '').split('; '), known, ask, flag, given }
}

/** Returns the values of the lines by key; undefined if keys repeat, are out of order or missing, or if another page is mapped. */
function linesOf(text: string): ReadonlyMap<string, string> | undefined {
  const lines = new Map<string, string>()
  let last = -1
  for (const line of text.split('\n')) {
    const colon = line.indexOf(': ')
    const place = KEYS.indexOf(line.slice(0, colon))
    if (colon < 0 || place <= last || line.length === colon + 2) return undefined
    lines.set(line.slice(0, colon), line.slice(colon + 2))
    last = place
  }
  const mapped = lines.get('mapped')
  if (mapped !== undefined && mapped !== '0x20000 to 0x20fff') return undefined
  return ALWAYS.every(key => lines.has(key)) ? lines : undefined
}

function readKnown(lines: ReadonlyMap<string, string>): Known | undefined {
  const registers = new Map<number, bigint>()
  const flags = { stated: 0, set: 0 }
  const memory = new Map<number, number>()
  for (const [name, value] of assignments(lines.get('registers'), ' ')) {
    const [number, content] = [registerNumber(name), hexadecimal(value)]
    if (number === undefined || content === undefined || registers.has(number)) return undefined
    registers.set(number, content)
  }
  for (const [name, value] of assignments(lines.get('flags'), ' ')) {
    const bit = flagBit(name)
    if (bit === undefined || !/^[01]$/.test(value) || (flags.stated & bit) !== 0) return undefined
    flags.stated |= bit
    if (value === '1') flags.set |= bit
  }
  for (const [name, value] of assignments(lines.get('memory'), ', ')) {
    const start = hexadecimal(name)
    if (start === undefined || start > 0xffff_ffffn || !/^[0-9a-f]{2}(?: [0-9a-f]{2})*$/.test(value)) return undefined
    for (const [index, pair] of value.split(' ').entries()) {
      if (memory.has(Number(start) + index)) return undefined
      memory.set(Number(start) + index, Number.parseInt(pair, 16))
    }
  }
  return { registers, flags, memory }
}

/** Splits a line into `name=value` items. An item without an equals sign has an empty name, which no caller accepts. */
function assignments(line: string | undefined, separator: string): readonly (readonly [name: string, value: string])[] {
  if (line === undefined) return []
  return line.split(separator).map(item => {
    const equals = item.indexOf('=')
    return [item.slice(0, Math.max(0, equals)), item.slice(equals + 1)]
  })
}

function readAsk(text: string): EffectsInput['ask'] | undefined {
  if (text === 'next' || text === 'fault') return text
  if (text === 'reads and writes') return 'sets'
  const registers: number[] = []
  const flags: number[] = []
  let memory: AskedValues['memory']
  for (const part of text.split(', ')) {
    const [number, bit, span] = [registerNumber(part), flagBit(part), /^([1-9]\d{0,2}) bytes at (0x\w+)$/.exec(part)]
    const address = hexadecimal(span?.[2] ?? '')
    if (number !== undefined) registers.push(number)
    else if (bit !== undefined) flags.push(bit)
    else if (address !== undefined && memory === undefined) memory = { address: Number(address), length: Number(span?.[1]) }
    else return undefined
  }
  // Each register and flag is asked once, and flags in order. The order of registers is free.
  const isOnce =
    new Set(registers).size === registers.length && flags.every((bit, index) => index === 0 || bit > (flags[index - 1] as number))
  return isOnce ? { registers, flags, memory } : undefined
}

/** Parses a statement `after instruction N, NAME=VALUE`. Returns undefined if there is no line, `wrong` if it is misspelt. */
function readStatement<T>(
  line: string | undefined,
  make: (index: number, name: string, value: string) => T | undefined,
): T | undefined | 'wrong' {
  if (line === undefined) return undefined
  const [, index = '', name = '', value = ''] = /^after instruction (0|[1-9]\d?), (\w+)=(\w+)$/.exec(line) ?? []
  return make(Number(index), name, value) ?? 'wrong'
}

function registerNumber(name: string): number | undefined {
  const number = (REGISTER_NAMES as readonly string[]).indexOf(name)
  return number < 0 ? undefined : number
}

const flagBit = (name: string): number | undefined =>
  Object.hasOwn(FLAG_BITS, name) ? FLAG_BITS[name as keyof typeof FLAG_BITS] : undefined

/** Parses a number in lower-case hexadecimal without leading zeroes, of at most 64 bits. */
const hexadecimal = (text: string): bigint | undefined => (/^0x(?:0|[1-9a-f][0-9a-f]{0,15})$/.test(text) ? BigInt(text) : undefined)
