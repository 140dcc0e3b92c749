import { formOf } from './formOf'
import type { Address, Instruction, Operand, Prefix } from './instruction'
import { lowPart, registerNamed } from './registers'

const PREFIXES: readonly Prefix[] = ['lock', 'rep', 'repe', 'repne']

const SIZE_WORDS: ReadonlyMap<number, string> = new Map([
  [8, 'byte ptr '],
  [16, 'word ptr '],
  [32, 'dword ptr '],
  [64, 'qword ptr '],
  [128, 'xmmword ptr '],
])

const hexadecimal = (value: bigint): string => `0x${value.toString(16)}`

function printAddress({ base, index, scale, displacement }: Address): string {
  const scaled = index === undefined ? '' : ` + ${lowPart(index, 64).name}${scale === 1 ? '' : `*${scale}`}`
  const sign = displacement < 0n ? '-' : '+'
  const distance = displacement < 0n ? -displacement : displacement
  return `[${lowPart(base, 64).name}${scaled}${distance === 0n ? '' : ` ${sign} ${hexadecimal(distance)}`}]`
}

/** Returns the canonical text of an operand. */
function printOperand(operand: Operand): string {
  if (operand._tag === 'Register') return operand.register.name
  if (operand._tag === 'Immediate') return hexadecimal(operand.value)
  // The memory of cmpxchg8b is a qword and the memory of cmpxchg16b an xmmword, regardless of the register width.
  const word = operand.width === undefined ? '' : SIZE_WORDS.get(operand.width)
  return `${word}${printAddress(operand.address)}`
}

/** Returns the canonical assembly text of an instruction (docs/levels/level0.md). */
export function printInstruction({ prefix, mnemonic, operands }: Instruction): string {
  const name = prefix === undefined ? mnemonic : `${prefix} ${mnemonic}`
  return operands.length === 0 ? name : `${name} ${operands.map(printOperand).join(', ')}`
}

/** Parses an instruction of the whitelist. Returns undefined for any other text, and for one that is not in canonical form. */
export function parseInstruction(text: string): Instruction | undefined {
  const words = text.split(' ')
  const prefix = PREFIXES.find(candidate => candidate === words[0])
  const [mnemonic = '', ...rest] = prefix === undefined ? words : words.slice(1)
  const operands = rest.length === 0 ? [] : rest.join(' ').split(', ').map(parseOperand)
  if (!operands.every(operand => operand !== undefined)) return undefined
  const instruction: Instruction = { prefix, mnemonic, operands }
  return formOf(instruction) !== undefined && printInstruction(instruction) === text ? instruction : undefined
}

const NUMBER = /^0x[0-9a-f]{1,16}$/

const MEMORY =
  /^(?:(?<word>byte|word|dword|qword|xmmword) ptr )?\[(?<base>\w+)(?: \+ (?<index>r\w+)(?:\*(?<scale>[248]))?)?(?: (?<sign>[+-]) (?<distance>0x[0-9a-f]{1,8}))?\]$/

function parseOperand(text: string): Operand | undefined {
  const register = registerNamed(text)
  if (register !== undefined) return { _tag: 'Register', register }
  if (NUMBER.test(text)) return { _tag: 'Immediate', value: BigInt(text) }
  const parts = MEMORY.exec(text)?.groups
  return parts === undefined ? undefined : parseMemory(parts)
}

function parseMemory({ word, base, index, scale, sign, distance }: Readonly<Record<string, string | undefined>>): Operand | undefined {
  const [baseNumber, indexNumber] = [wholeRegister(base), wholeRegister(index)]
  if (baseNumber === undefined || (index !== undefined && indexNumber === undefined)) return undefined
  const displacement = BigInt(distance ?? 0) * (sign === '-' ? -1n : 1n)
  const width = word === undefined ? undefined : WIDTHS.get(word)
  return { _tag: 'Memory', width, address: { base: baseNumber, index: indexNumber, scale: SCALES[scale ?? '1'] ?? 1, displacement } }
}

const WIDTHS: ReadonlyMap<string, 8 | 16 | 32 | 64 | 128> = new Map([
  ['byte', 8],
  ['word', 16],
  ['dword', 32],
  ['qword', 64],
  ['xmmword', 128],
])

const SCALES: Readonly<Record<string, Address['scale']>> = { 1: 1, 2: 2, 4: 4, 8: 8 }

function wholeRegister(name: string | undefined): number | undefined {
  const register = registerNamed(name ?? '')
  return register?.width === 64 ? register.number : undefined
}
