import type { Verdict } from '../../../src/model/oracle'
import { type Encoding, isUnfinished, shortestEncoding } from '../assembly/assemble'
import type { Disassembler } from '../capstone/capstone'
import { truthOf } from './claims'
import { numbersIn, replaceNumbers } from './namedOperands'
import { areBytes, bytesOf, type Level0Input } from './parseInput'
import { readProgram } from '../capstone/readProgram'
import { cannotJudge } from '../verdicts'

type TextInput = Extract<Level0Input, { readonly task: 'encode' }>

/** Result of assembling the text in one mode. */
type Assembly =
  | { readonly _tag: 'Unjudged'; readonly reason: string }
  /** The last instruction lacks operands. */
  | { readonly _tag: 'Cut' }
  /** One operand is unstated, and different operands give different bytes. */
  | { readonly _tag: 'Unstated' }
  | { readonly _tag: 'Assembled'; readonly bytes: string }

/** Judges an input that gives instructions as text. */
export function judgeText(disassembler: Disassembler, input: TextInput): Verdict<string> {
  const texts = replaceNumbers(input.text.split('; '), input.named)
  const [unstated, ...more] = numbersIn(texts)
  if (more.length > 0) return cannotJudge('more than one operand is missing')
  const assembly =
    unstated === undefined ? assembleInAll(disassembler, input, texts) : assembleUnstated(disassembler, input, texts, unstated)
  if (assembly._tag === 'Unjudged') return cannotJudge(assembly.reason)
  const known = assembly._tag === 'Cut' ? texts.slice(0, -1) : texts
  const truth = truthOf(
    input.claim,
    known.map(text => ({ mnemonic: mnemonicOf(text) })),
  )
  if (truth === 'unjudged') return cannotJudge('a statement about an instruction that is not there in full')
  if (truth === 'false') return { _tag: 'Refuse', type: 'contradictory' }
  if (assembly._tag !== 'Assembled') return { _tag: 'Refuse', type: 'incomplete' }
  return {
    _tag: 'Answer',
    canonical: assembly.bytes,
    equivalent: answer => answer === assembly.bytes || readsAs(disassembler, input, texts, answer),
  }
}

/** Candidate operands: two of each kind, three of kinds with an accumulator, because it may not occur twice in an instruction. */
const OPERANDS = [
  ...['al', 'cl', 'dl', 'ax', 'cx', 'dx', 'eax', 'ecx', 'edx', 'rax', 'rcx', 'rdx'],
  ...['mm0', 'mm1', 'xmm0', 'xmm1', '0x2', '0x3'],
]

/** Assembles the texts in every allowed mode. The modes must agree on the bytes. */
function assembleInAll(disassembler: Disassembler, input: TextInput, texts: readonly string[]): Assembly {
  const [assembly, ...others] = input.modes.map(mode => assemble(disassembler, input, texts, mode))
  if (assembly === undefined) return { _tag: 'Unjudged', reason: 'no mode is declared' }
  if (assembly._tag === 'Unjudged') return assembly
  if (!others.every(other => isSame(assembly, other))) return { _tag: 'Unjudged', reason: DIFFERENT }
  return assembly._tag !== 'Cut' || others.length === 0 || canBeCompleted(disassembler, input, texts)
    ? assembly
    : { _tag: 'Unjudged', reason: DIFFERENT }
}

const DIFFERENT = 'the two modes assemble to different bytes'

/** Returns true if two operands, appended to a text that is cut in both modes, give different bytes on which the modes agree. */
function canBeCompleted(disassembler: Disassembler, input: TextInput, texts: readonly string[]): boolean {
  const last = texts.at(-1) ?? ''
  const start = last.includes(' ') ? (last.endsWith(',') ? `${last} ` : `${last}, `) : `${last} `
  return isOpen(disassembler, input, operand => texts.with(-1, `${start}${operand}`))
}

/** Returns true if two candidate operands, each inserted into the texts, give different bytes. */
function isOpen(disassembler: Disassembler, input: TextInput, withOperand: (operand: string) => readonly string[]): boolean {
  const assembled = new Set<string>()
  for (const operand of OPERANDS) {
    const assembly = assembleInAll(disassembler, input, withOperand(operand))
    if (assembly._tag === 'Assembled') assembled.add(assembly.bytes)
  }
  return assembled.size > 1
}

/** Assembles texts with one unstated operand, written as a number. */
function assembleUnstated(disassembler: Disassembler, input: TextInput, texts: readonly string[], number: string): Assembly {
  return isOpen(disassembler, input, operand => replaceNumbers(texts, new Map([[number, operand]])))
    ? { _tag: 'Unstated' }
    : { _tag: 'Unjudged', reason: 'no candidate operand fits' }
}

function assemble(disassembler: Disassembler, input: TextInput, texts: readonly string[], mode: 32 | 64): Assembly {
  const bytes: number[] = []
  for (const [index, text] of texts.entries()) {
    const encoding = shortestEncoding(text, mode)
    if (encoding === undefined) {
      const unfinished = index === texts.length - 1 && isUnfinished(text, mode)
      return unfinished ? { _tag: 'Cut' } : { _tag: 'Unjudged', reason: `no encoding known: ${mnemonicOf(text)}` }
    }
    // The assembler is this package's own table. Reading the bytes back checks it: the reading must equal the text exactly.
    const reading = disassembler.read(mode, Uint8Array.from(encoding), 0, input.ip + bytes.length)
    if (typeof reading !== 'object' || reading.text !== text)
      return { _tag: 'Unjudged', reason: `the encoding reads differently: ${mnemonicOf(text)}` }
    bytes.push(...encoding)
  }
  return { _tag: 'Assembled', bytes: hexOf(bytes) }
}

function isSame(assembly: Assembly, other: Assembly): boolean {
  return assembly._tag === 'Assembled' && other._tag === 'Assembled' ? assembly.bytes === other.bytes : assembly._tag === other._tag
}

/** Returns true if the answer is bytes that read as exactly these texts in every allowed mode. */
function readsAs(disassembler: Disassembler, input: TextInput, texts: readonly string[], answer: string): boolean {
  if (!areBytes(answer)) return false
  return input.modes.every(mode => {
    const program = readProgram(disassembler, mode, bytesOf(answer), input.ip)
    return (
      program._tag === 'Whole' &&
      program.instructions.length === texts.length &&
      program.instructions.every((instruction, index) => instruction.text === texts[index])
    )
  })
}

function mnemonicOf(text: string): string {
  const words = text.split(' ')
  return (words[0] === 'lock' ? words[1] : words[0]) ?? ''
}

function hexOf(bytes: Encoding): string {
  return bytes.map(byte => byte.toString(16).padStart(2, '0')).join(' ')
}
