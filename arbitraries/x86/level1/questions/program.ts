import type { X86Tool } from '../../iced/iced'
import { parseInstruction } from '../../interpreter/canonicalAsm'
import type { Instruction } from '../../interpreter/instruction'
import { machineCodeOf } from '../../interpreter/machineCode'
import type { Level1Question } from './question'

const PARSED = new WeakMap<readonly string[], readonly Instruction[] | undefined>()

/**
 * Returns the instructions of a question's code; parts given in bytes are decoded by iced. Returns undefined if one is not
 * of this level.
 */
export function instructionsOf(tool: X86Tool, { code, ip }: Pick<Level1Question, 'code' | 'ip'>): readonly Instruction[] | undefined {
  if (!PARSED.has(code)) PARSED.set(code, parse(tool, code, ip))
  return PARSED.get(code)
}

/** Stores the instructions of drawn code, so that it need not be parsed again. */
export function cacheInstructions(code: readonly string[], instructions: readonly Instruction[]): void {
  PARSED.set(code, instructions)
}

function parse(tool: X86Tool, code: readonly string[], ip: number): readonly Instruction[] | undefined {
  const instructions: Instruction[] = []
  for (const part of code) {
    const bytes = bytesOf(part)
    const read = bytes === undefined ? undefined : tool.decode(64, bytes, ip).instructions
    if (read !== undefined && read.length !== 1) return undefined
    const text = read?.[0]?.text ?? part
    const instruction = parseInstruction(text === 'xlat byte ptr [rbx]' ? 'xlatb' : text)
    if (instruction === undefined) return undefined
    instructions.push(instruction)
  }
  return instructions
}

const RAW = /^db [0-9a-f]{2}(?: [0-9a-f]{2}){0,14}$/

/** Returns the bytes of a part of the code that is given in bytes, or undefined. */
export function bytesOf(part: string): Uint8Array | undefined {
  return RAW.test(part) ? Uint8Array.from(part.slice(3).split(' '), pair => Number.parseInt(pair, 16)) : undefined
}

/** Returns the lengths in bytes of a question's instructions, or undefined if one has no encoding. */
export function lengthsOf(
  tool: X86Tool,
  { code, ip }: Pick<Level1Question, 'code' | 'ip'>,
  instructions: readonly Instruction[],
): readonly number[] | undefined {
  const lengths: number[] = []
  let at = ip
  for (const [index, instruction] of instructions.entries()) {
    const bytes = bytesOf(code[index] ?? '') ?? machineCodeOf(tool, instruction, at)
    if (bytes === undefined) return undefined
    lengths.push(bytes.length)
    at += bytes.length
  }
  return lengths
}
