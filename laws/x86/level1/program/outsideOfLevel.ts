import { assemblyOperand } from '../../assembly/assemblyOperand'
import { KNOWN_MNEMONICS } from '../../assembly/generalRegisterEncodings'
import { statementOf } from '../reading/statement'

/** Mnemonics that each repetition prefix allows. */
const REPEATED: Readonly<Record<string, RegExp>> = {
  rep: /^(?:movs|stos|lods)[bwdq]$/,
  repe: /^(?:cmps|scas)[bwdq]$/,
  repne: /^(?:cmps|scas)[bwdq]$/,
}

/** Memory without a segment: no input states the bases of fs and gs. */
const MEMORY = /^(?:(?:byte|word|dword|qword|xmmword) ptr )?\[[^\]]+\]$/

/** Returns the reason why an instruction, in canonical assembly, is outside level 1; undefined if it belongs to it. */
export function outsideOfLevel(text: string): string | undefined {
  const { prefix, mnemonic, operands } = statementOf(text)
  if (!KNOWN_MNEMONICS.has(mnemonic)) return `level 1 does not know ${mnemonic}`
  if (mnemonic === 'enter' && operands[1] !== '0x0') return 'enter of a level above 0 reads the frames of callers'
  if (/^bt[src]?$/.test(mnemonic) && MEMORY.test(operands[0] ?? '') && !/^0x/.test(operands[1] ?? ''))
    return `${mnemonic} of memory by a register reaches beyond its operand`
  const operand = operands.find(candidate => !isGeneral(candidate))
  if (operand !== undefined) return `level 1 does not know the operand ${operand}`
  if (prefix === undefined || prefix === 'lock' || REPEATED[prefix]?.test(mnemonic)) return undefined
  return `${prefix} has no meaning before ${mnemonic}`
}

/** Returns true for a general register, a number or memory. It excludes the vector instructions named movsd and cmpsd. */
function isGeneral(operand: string): boolean {
  const read = assemblyOperand(operand, 64)
  return MEMORY.test(operand) || read?._tag === 'Immediate' || (read?._tag === 'Register' && read.file === 'general')
}
