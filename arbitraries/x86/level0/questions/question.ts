import type { Format } from '../../../../src/model/format'
import { grammar } from '../../../grammar'
import { INSTRUCTION_CLASSES } from './classes'

export const TASKS = ['decode', 'boundaries', 'classify', 'operands', 'encode'] as const
export type Task = (typeof TASKS)[number]

/** `x86` leaves open whether it is 32- or 64-bit code. */
export type Isa = 'x86-64' | 'x86-32' | 'x86'

/** What an input of level 0 says, line by line: docs/levels/level0.md has the grammar. */
export interface Question {
  readonly task: Task
  readonly isa: Isa
  readonly ip: number
  /** The address behind the last byte of the code, where it is declared; the bytes given may end before it. */
  readonly end: number | undefined
  /** The bytes as pairs of digits; for `encode` the instructions in house text. */
  readonly body: string
  /** What the numbers in the text stand for, after `where: `, or nothing. */
  readonly where: string
  /** The statement after `given: `, or nothing. */
  readonly given: string
}

const CLASSES_LINE = `classes: ${INSTRUCTION_CLASSES.join(', ')}`
const GRAMMAR = new RegExp(
  `^task: (${TASKS.join('|')})\\nisa: (x86-64|x86-32|x86)\\nip: 0x([0-9a-f]+)(?:\\nend: 0x([0-9a-f]+))?\\n(?:bytes|text): ([^\\n]+)(?:\\nwhere: ([^\\n]+))?(?:\\n${CLASSES_LINE})?(?:\\ngiven: ([^\\n]+))?$`,
)

/** Questions as the text of a row. */
export const questionFormat: Format<Question> = grammar(
  GRAMMAR,
  ([, task, isa, ip = '', end, body = '', where = '', given = '']) => ({
    task: task as Task,
    isa: isa as Isa,
    ip: Number.parseInt(ip, 16),
    end: end === undefined ? undefined : Number.parseInt(end, 16),
    body,
    where,
    given,
  }),
  question => printQuestion(question),
)

/** The text of a question, or of what a trap makes of one: other declarations stand where the task or the isa does. */
export function printQuestion({
  task,
  isa,
  ip,
  end,
  body,
  where,
  given,
}: { readonly [K in keyof Question]: K extends 'task' | 'isa' ? string : Question[K] }): string {
  const lines = [`task: ${task}`, `isa: ${isa}`, `ip: 0x${ip.toString(16)}`]
  if (end !== undefined) lines.push(`end: 0x${end.toString(16)}`)
  lines.push(`${task === 'encode' ? 'text' : 'bytes'}: ${body}`)
  if (where !== '') lines.push(`where: ${where}`)
  if (task === 'classify') lines.push(CLASSES_LINE)
  if (given !== '') lines.push(`given: ${given}`)
  return lines.join('\n')
}

const PAIRS = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'))

/** Bytes as rows write them: `48 89 d8`. */
export function hexOf(bytes: Uint8Array): string {
  let hex = ''
  for (const byte of bytes) hex += hex === '' ? PAIRS[byte] : ` ${PAIRS[byte]}`
  return hex
}

/** The bytes that rows write so. */
export function bytesOf(hex: string): Uint8Array {
  const bytes = new Uint8Array((hex.length + 1) / 3)
  for (let index = 0; index < bytes.length; index++) bytes[index] = Number.parseInt(hex.slice(3 * index, 3 * index + 2), 16)
  return bytes
}
