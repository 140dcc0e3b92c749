import type { Format } from '../../../../src/model/format'
import { grammar } from '../../../grammar'
import { INSTRUCTION_CLASSES } from './classes'

/** Tasks of level 0, which are its topics. */
export const LEVEL0_TASKS = ['decode', 'boundaries', 'classify', 'operands', 'encode'] as const
/** Kind of question of level 0; the first line of its text and the name of its topic. */
export type Level0Task = (typeof LEVEL0_TASKS)[number]

/** Declared instruction set. `x86` leaves open if the code is 32-bit or 64-bit. */
export type Isa = 'x86-64' | 'x86-32' | 'x86'

/** Input of level 0, line by line. Its grammar is in docs/levels/level0.md. */
export interface Level0Question {
  readonly task: Level0Task
  readonly isa: Isa
  readonly ip: number
  /** Declared address after the last byte of the code, if any. The given bytes may end before it. */
  readonly end: number | undefined
  /** Bytes as pairs of digits, or for `encode` the instructions in canonical assembly text. */
  readonly body: string
  /** Definitions of the numbered operands in the text, after `where: `; empty if none. */
  readonly where: string
  /** Statement after `given: `; empty if none. */
  readonly given: string
}

const CLASSES_LINE = `classes: ${INSTRUCTION_CLASSES.join(', ')}`
const GRAMMAR = new RegExp(
  `^task: (${LEVEL0_TASKS.join('|')})\\nisa: (x86-64|x86-32|x86)\\nip: 0x([0-9a-f]+)(?:\\nend: 0x([0-9a-f]+))?\\n(?:bytes|text): ([^\\n]+)(?:\\nwhere: ([^\\n]+))?(?:\\n${CLASSES_LINE})?(?:\\ngiven: ([^\\n]+))?$`,
)

/** Format of questions as the text of a row. */
export const questionFormat: Format<Level0Question> = grammar(
  GRAMMAR,
  ([, task, isa, ip = '', end, body = '', where = '', given = '']) => ({
    task: task as Level0Task,
    isa: isa as Isa,
    ip: Number.parseInt(ip, 16),
    end: end === undefined ? undefined : Number.parseInt(end, 16),
    body,
    where,
    given,
  }),
  question => printQuestion(question),
)

/** Returns the text of a question or of a trap, which may declare another task or isa. */
export function printQuestion({
  task,
  isa,
  ip,
  end,
  body,
  where,
  given,
}: { readonly [K in keyof Level0Question]: K extends 'task' | 'isa' ? string : Level0Question[K] }): string {
  const lines = [`task: ${task}`, `isa: ${isa}`, `ip: 0x${ip.toString(16)}`]
  if (end !== undefined) lines.push(`end: 0x${end.toString(16)}`)
  lines.push(`${task === 'encode' ? 'text' : 'bytes'}: ${body}`)
  if (where !== '') lines.push(`where: ${where}`)
  if (task === 'classify') lines.push(CLASSES_LINE)
  if (given !== '') lines.push(`given: ${given}`)
  return lines.join('\n')
}

const PAIRS = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'))

/** Returns bytes as rows write them: `48 89 d8`. */
export function hexOf(bytes: Uint8Array): string {
  let hex = ''
  for (const byte of bytes) hex += hex === '' ? PAIRS[byte] : ` ${PAIRS[byte]}`
  return hex
}

/** Parses bytes as rows write them. */
export function bytesOf(hex: string): Uint8Array {
  const bytes = new Uint8Array((hex.length + 1) / 3)
  for (let index = 0; index < bytes.length; index++) bytes[index] = Number.parseInt(hex.slice(3 * index, 3 * index + 2), 16)
  return bytes
}
