import { assemblyOperand } from '../assembly/assemblyOperand'

/** Tasks that level 0 answers. */
export const TASKS = ['decode', 'boundaries', 'classify', 'operands', 'encode'] as const
/** Task of a level 0 input. */
export type Task = (typeof TASKS)[number]

/** Statement about one instruction (its index counted from 0), affirmed or denied. */
export type Claim =
  | { readonly _tag: 'Mnemonic'; readonly instruction: number; readonly mnemonic: string; readonly denied: boolean }
  | { readonly _tag: 'Length'; readonly instruction: number; readonly length: number; readonly denied: boolean }

/** Operands by the number that replaces them in a text. */
export type Named = ReadonlyMap<string, string>

interface Header {
  /** Modes (in bits) that the declared instruction set allows. */
  readonly modes: readonly (32 | 64)[]
  readonly ip: number
  /** Address at which the code is declared to end. */
  readonly end: number | undefined
  readonly claim: Claim | undefined
}

/** Parsed level 0 input. */
export type Level0Input =
  | (Header & { readonly task: 'decode' | 'boundaries' | 'operands'; readonly bytes: Uint8Array })
  | (Header & { readonly task: 'classify'; readonly bytes: Uint8Array; readonly classes: readonly string[] })
  | (Header & { readonly task: 'encode'; readonly text: string; readonly named: Named })
  /** Well-formed, but it declares another instruction set or a question of a higher level. */
  | { readonly task: 'out_of_scope' }

/** Instruction set and task that the level recognises but does not answer. */
const OTHER_ISA = 'aarch64'
const OTHER_TASK = 'effects'

const MODES: Readonly<Record<string, readonly (32 | 64)[]>> = {
  'x86-64': [64],
  'x86-32': [32],
  x86: [32, 64],
  [OTHER_ISA]: [],
}

const IP = /^0x(?:0|[1-9a-f][0-9a-f]{0,12})$/
/** Pattern of an end address. It may lie one past the last valid address. */
const END = /^0x(?:0|[1-9a-f][0-9a-f]{0,12}|10{13})$/
const BYTES = /^[0-9a-f]{2}(?: [0-9a-f]{2})*$/
const NAMED = /^[0-9] = [a-z0-9]+(?:, [0-9] = [a-z0-9]+)*$/
const CLASSES = /^[a-z_]+(?:, [a-z_]+)*$/
const CLAIM = /^instruction (0|[1-9][0-9]{0,3}) (?:is (not )?([a-z][a-z0-9_]*)|(has|does not have) ([1-9][0-9]{0,2}) bytes)$/

/** Parses an input as docs/levels/level0.md defines it; `undefined` if any line is missing, misplaced or misspelt. */
export function parseInput(input: string): Level0Input | undefined {
  const lines = input.split('\n')
  const next = (key: string): string | undefined => {
    const line = lines[0]
    if (line === undefined || !line.startsWith(`${key}: `)) return undefined
    lines.shift()
    return line.slice(key.length + 2)
  }
  const task = taskOf(next('task'))
  const isa = next('isa')
  const modes = isa !== undefined && Object.hasOwn(MODES, isa) ? MODES[isa] : undefined
  const ip = next('ip')
  if (task === undefined || modes === undefined || ip === undefined || !IP.test(ip)) return undefined
  const asText = task === 'encode' || (task === OTHER_TASK && lines[0]?.startsWith('text: ') === true)
  const end = asText ? undefined : next('end')
  const body = next(asText ? 'text' : 'bytes')
  const named = asText ? namedBy(next('where')) : NOTHING_NAMED
  const classes = task === 'classify' ? next('classes') : ''
  const given = next('given')
  const claim = given === undefined ? undefined : claimOf(given, task)
  if (body === undefined || body === '' || named === undefined || classes === undefined || lines.length > 0 || claim === 'not a claim')
    return undefined
  if (end !== undefined && !END.test(end)) return undefined
  if (!asText && !BYTES.test(body)) return undefined
  if (task === 'classify' && !CLASSES.test(classes)) return undefined
  if (task === OTHER_TASK || modes.length === 0) return { task: 'out_of_scope' }
  const header: Header = { modes, ip: Number(ip), end: end === undefined ? undefined : Number(end), claim }
  if (!isAddress(header.ip, modes) || (header.end !== undefined && !isAddress(header.end - 1, modes))) return undefined
  if (task === 'encode') return { ...header, task, text: body, named }
  const bytes = bytesOf(body)
  return task === 'classify' ? { ...header, task, bytes, classes: classes.split(', ') } : { ...header, task, bytes }
}

const NOTHING_NAMED: Named = new Map()

/**
 * Parses the definitions of the numbers. Returns undefined if the line is misspelt, defines a number twice, or defines it as
 * anything but a register or a number.
 */
function namedBy(line: string | undefined): Named | undefined {
  if (line === undefined) return NOTHING_NAMED
  if (!NAMED.test(line)) return undefined
  const definitions = line.split(', ').map(definition => definition.split(' = ') as [string, string])
  const named = new Map(definitions)
  const areOperands = definitions.every(([, operand]) => assemblyOperand(operand, 64) !== undefined)
  return named.size === definitions.length && areOperands ? named : undefined
}

function taskOf(text: string | undefined): Task | typeof OTHER_TASK | undefined {
  return text === OTHER_TASK ? text : TASKS.find(task => task === text)
}

function claimOf(text: string, task: string): Claim | 'not a claim' {
  const match = CLAIM.exec(text)
  if (match === null) return 'not a claim'
  const instruction = Number(match[1])
  if (match[3] !== undefined) return { _tag: 'Mnemonic', instruction, mnemonic: match[3], denied: match[2] !== undefined }
  return task === 'encode' ? 'not a claim' : { _tag: 'Length', instruction, length: Number(match[5]), denied: match[4] !== 'has' }
}

/** Returns true if an address is valid in all modes: 32-bit code lies below 4 GiB, and a number above 2^53 would be inexact. */
function isAddress(ip: number, modes: readonly (32 | 64)[]): boolean {
  return Number.isSafeInteger(ip) && (!modes.includes(32) || ip <= 0xffff_ffff)
}

/** Converts pairs of hexadecimal digits, one space between them, to bytes. The text must be well-formed ({@link areBytes}). */
export function bytesOf(text: string): Uint8Array {
  const bytes = new Uint8Array((text.length + 1) / 3)
  for (let index = 0; index < bytes.length; index++)
    bytes[index] = (digit(text.charCodeAt(3 * index)) << 4) | digit(text.charCodeAt(3 * index + 1))
  return bytes
}

/** Returns true if the text is bytes in the notation of inputs and answers. */
export function areBytes(text: string): boolean {
  return BYTES.test(text)
}

function digit(code: number): number {
  return code <= 0x39 ? code - 0x30 : code - 0x61 + 10
}
