import type * as Iced from 'iced-x86'
import type { Bits, ImmediateKind, InstructionDraft, MemoryDraft } from '../instructions/draft'
import { encodeEdited } from './encodeEdited'

/**
 * Returns the function that encodes drafts. Its WASM encoders are created once; only instruction objects are created per
 * call.
 */
export function encoderOf(iced: typeof Iced): (bits: Bits, draft: InstructionDraft, ip: number) => Uint8Array | undefined {
  const encoders = { 32: new iced.Encoder(32), 64: new iced.Encoder(64) }
  const registers = registerNumbers(iced)
  return (bits, draft, ip) =>
    encodeEdited(encoders[bits], new iced.Instruction(), ip, instruction => fill(iced, instruction, draft, bits, registers))
}

type RegisterNumbers = (name: string) => Iced.Register

function registerNumbers(iced: typeof Iced): RegisterNumbers {
  const numbers = new Map<string, number>()
  for (const [name, number] of Object.entries(iced.Register)) {
    if (typeof number === 'number') numbers.set(name.toLowerCase(), number)
  }
  return name => {
    const number = numbers.get(name)
    if (number === undefined) throw new Error(`unknown register ${name}`)
    return number
  }
}

function fill(iced: typeof Iced, instruction: Iced.Instruction, draft: InstructionDraft, bits: Bits, number: RegisterNumbers): void {
  instruction.code = draft.code.code
  draft.operands.forEach((operand, index) => {
    switch (operand._tag) {
      case 'register':
        instruction.setOpKind(index, iced.OpKind.Register)
        instruction.setOpRegister(index, number(operand.register))
        return
      case 'immediate':
        instruction.setOpKind(index, iced.OpKind[operand.kind])
        setImmediate(instruction, operand.kind, operand.value)
        return
      case 'memory':
        instruction.setOpKind(index, iced.OpKind.Memory)
        setMemory(instruction, operand.memory, number)
        return
      case 'implied memory':
        instruction.setOpKind(index, iced.OpKind[operand.kind as keyof typeof iced.OpKind])
        return
      case 'branch':
        instruction.setOpKind(index, bits === 64 ? iced.OpKind.NearBranch64 : iced.OpKind.NearBranch32)
        if (bits === 64) instruction.nearBranch64 = BigInt(operand.target)
        else instruction.nearBranch32 = operand.target
    }
  })
  setDecorations(iced, instruction, draft, number)
}

function setDecorations(iced: typeof Iced, instruction: Iced.Instruction, draft: InstructionDraft, number: RegisterNumbers): void {
  if (draft.prefix === 'lock') instruction.hasLockPrefix = true
  if (draft.prefix === 'rep') instruction.hasRepPrefix = true
  if (draft.prefix === 'repne') instruction.hasRepnePrefix = true
  if (draft.segment !== 'none') instruction.segmentPrefix = number(draft.segment)
  if (draft.mask !== 'none') instruction.opMask = number(draft.mask)
  if (draft.zeroing) instruction.zeroingMasking = true
  if (draft.broadcast) instruction.isBroadcast = true
  if (draft.rounding !== 'None') instruction.roundingControl = iced.RoundingControl[draft.rounding]
  if (draft.suppressesExceptions) instruction.suppressAllExceptions = true
}

function setMemory(instruction: Iced.Instruction, memory: MemoryDraft, number: RegisterNumbers): void {
  if (memory.base !== 'none') instruction.memoryBase = number(memory.base)
  if (memory.index !== 'none') {
    instruction.memoryIndex = number(memory.index)
    instruction.memoryIndexScale = memory.scale
  }
  if (memory.displacementForm === 'none') return
  instruction.memoryDisplSize = memory.displacementForm === 'short' ? 1 : memory.addressBits / 8
  instruction.memoryDisplacementU64 = BigInt.asUintN(memory.addressBits, memory.displacement)
}

/** Fields of immediates that iced takes as a number. */
const NUMBERS = {
  Immediate8: 'immediate8',
  Immediate8_2nd: 'immediate8_2nd',
  Immediate16: 'immediate16',
  Immediate32: 'immediate32',
  Immediate8to16: 'immediate8to16',
  Immediate8to32: 'immediate8to32',
} as const

/** Fields of immediates that iced takes as a bigint. */
const BIGINTS = { Immediate64: 'immediate64', Immediate8to64: 'immediate8to64', Immediate32to64: 'immediate32to64' } as const

const isWide = (kind: ImmediateKind): kind is keyof typeof BIGINTS => kind in BIGINTS

function setImmediate(instruction: Iced.Instruction, kind: ImmediateKind, value: bigint): void {
  if (isWide(kind)) instruction[BIGINTS[kind]] = value
  else instruction[NUMBERS[kind]] = Number(value)
}
