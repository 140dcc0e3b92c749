import type * as Iced from 'iced-x86'
import type { Bits, CodeDescription, Encoding } from '../instructions/draft'

/** Returns a description of every instruction code that exists in a mode, in iced's order. */
export function describeCodes(iced: typeof Iced, bits: Bits): readonly CodeDescription[] {
  const found: CodeDescription[] = []
  for (const [name, code] of Object.entries(iced.Code)) {
    if (typeof code !== 'number') continue
    const opCode = iced.CodeExt.opCode(code)
    if (opCode.isInstruction && opCode.isAvailableInMode(bits) && opCode.encoding !== iced.EncodingKind.MVEX) {
      found.push(describe(iced, opCode, name, code))
    }
    opCode.free()
  }
  return found
}

function describe(iced: typeof Iced, opCode: Iced.OpCodeInfo, name: string, code: number): CodeDescription {
  return {
    code,
    name,
    mnemonic: (iced.Mnemonic[opCode.mnemonic] as string).toLowerCase(),
    encoding: iced.EncodingKind[opCode.encoding] as Encoding,
    operands: Array.from({ length: opCode.opCount }, (_, index) => iced.OpCodeOperandKind[opCode.opKind(index)] as string),
    operandSize: opCode.operandSize,
    addressSize: opCode.addressSize,
    hasMemorySize: opCode.memorySize !== iced.MemorySize.Unknown,
    lock: opCode.canUseLockPrefix,
    repeat: opCode.canUseRepPrefix,
    repeatNotEqual: opCode.canUseRepnePrefix,
    repeatIsOpcode: opCode.mandatoryPrefix === iced.MandatoryPrefix.PF2 || opCode.mandatoryPrefix === iced.MandatoryPrefix.PF3,
    mask: opCode.requireOpMaskRegister ? 'required' : opCode.canUseOpMaskRegister ? 'optional' : 'never',
    zeroing: opCode.canUseZeroingMasking,
    broadcast: opCode.canBroadcast,
    rounding: opCode.canUseRoundingControl,
    suppressesExceptions: opCode.canSuppressAllExceptions,
    distinct: opCode.requiresUniqueRegNums ? 'all' : opCode.requiresUniqueDestRegNum ? 'destination' : 'none',
    privileged: opCode.isPrivileged,
  }
}
