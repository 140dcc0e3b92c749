import { DATA_END, DATA_START } from '../../processor/processor'
import type { EffectsProgram, Outcome } from '../runs/outcome'
import { REGISTER_NUMBERS } from './registerNumbers'

const [RSP, RSI, RDI] = [4, 6, 7] as const
/** Maximum length of an operand of a string instruction, in bytes. */
const MAX_OPERAND_BYTES = 8
const PUSH_BYTES = 8n

/**
 * Returns true if processors may differ on a fault. They may differ on which fault comes first: for `call` with an invalid target, and
 * for two inaccessible memory operands. They may differ on what is done before it: for `enter` with inaccessible space.
 */
export function debatableFault({ ip, parts }: EffectsProgram, { ending, last }: Outcome): boolean {
  if (ending._tag !== 'Fault') return false
  const text = parts.find(({ offset }) => BigInt(ip + offset) === ending.at)?.text ?? ''
  if (/\b(?:movs|cmps)[bwdq]\b/.test(text)) return [RSI, RDI].every(number => !isOnPage(last.registers[number] as bigint))
  if (text.startsWith('enter')) return !isPush(ending.address, last.registers[RSP] as bigint)
  const target = /^call (r\w+)$/.exec(text)?.[1]
  if (target !== undefined) return !isCanonical(last.registers[REGISTER_NUMBERS.get(target) ?? 0] as bigint)
  return /^call .*\[/.test(text)
}

const isOnPage = (address: bigint): boolean => address >= DATA_START && address <= DATA_END - MAX_OPERAND_BYTES

const isPush = (address: bigint, stack: bigint): boolean => address < stack && address >= BigInt.asUintN(64, stack - PUSH_BYTES)

const isCanonical = (address: bigint): boolean => BigInt.asUintN(64, BigInt.asIntN(48, address)) === address
