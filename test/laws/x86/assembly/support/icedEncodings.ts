import type * as Iced from 'iced-x86'

/** Search for other encodings with iced. */
export interface IcedEncodings {
  /** Returns all encodings by iced of the instruction in these bytes that its decoder reads alike. */
  readonly encodingsLike: (mode: 32 | 64, bytes: readonly number[]) => readonly (readonly number[])[]
}

const IP = 0x1000n

/** Loads iced's encoder, which tries every code of a mnemonic to find other encodings of an instruction. */
export async function loadIcedEncodings(): Promise<IcedEncodings> {
  const iced = await import('iced-x86')
  const formatter = new iced.Formatter(iced.FormatterSyntax.Intel)
  formatter.memorySizeOptions = iced.MemorySizeOptions.Always
  const codes = codesByMnemonic(iced)

  const decode = (mode: 32 | 64, bytes: Uint8Array): Iced.Instruction => {
    const decoder = new iced.Decoder(mode, bytes, iced.DecoderOptions.None)
    decoder.ip = IP
    const instruction = decoder.decode()
    decoder.free()
    return instruction
  }
  const encode = (mode: 32 | 64, instruction: Iced.Instruction): Uint8Array | undefined => {
    const encoder = new iced.Encoder(mode)
    try {
      encoder.encode(instruction, IP)
      return encoder.takeBuffer()
    } catch {
      return undefined
    } finally {
      encoder.free()
    }
  }

  return {
    encodingsLike: (mode, bytes) => {
      const original = decode(mode, Uint8Array.from(bytes))
      if (original.isInvalid || original.length !== bytes.length) throw new Error('iced cannot read the encoding')
      const text = formatter.format(original)
      const found: number[][] = []
      for (const code of codes.get(original.mnemonic) ?? []) {
        const variant = original.clone()
        variant.code = code
        const encoded = setImmediates(iced, variant, original) ? encode(mode, variant) : undefined
        variant.free()
        if (encoded === undefined) continue
        const again = decode(mode, encoded)
        if (!again.isInvalid && formatter.format(again) === text) found.push([...encoded])
        again.free()
      }
      original.free()
      if (found.length === 0) throw new Error(`iced cannot encode ${text}`)
      return found
    },
  }
}

function codesByMnemonic(iced: typeof Iced): ReadonlyMap<number, readonly number[]> {
  const codes = new Map<number, number[]>()
  for (const name of Object.keys(iced.Code)) {
    const code = Number(name)
    if (Number.isNaN(code)) continue
    const info = iced.CodeExt.opCode(code)
    codes.set(info.mnemonic, [...(codes.get(info.mnemonic) ?? []), code])
    info.free()
  }
  return codes
}

/** Converts the immediates of an instruction to the kinds that its new code requires. */
function setImmediates(iced: typeof Iced, variant: Iced.Instruction, original: Iced.Instruction): boolean {
  const info = iced.CodeExt.opCode(variant.code)
  const count = info.opCount
  if (count !== original.opCount) {
    info.free()
    return false
  }
  for (let index = 0; index < count; index++) {
    const kind = original.opKind(index)
    if (kind < iced.OpKind.Immediate8 || kind > iced.OpKind.Immediate32to64) continue
    const wanted = immediateKind(iced, info.opKind(index))
    if (wanted === undefined) continue
    variant.setOpKind(index, wanted)
    // iced keeps the value that the operation uses; sign-extending kinds reject values that they cannot hold.
    variant.setImmediateU64(index, original.immediate(index))
  }
  info.free()
  return true
}

function immediateKind(iced: typeof Iced, kind: number): number | undefined {
  const { OpCodeOperandKind: K, OpKind } = iced
  switch (kind) {
    case K.imm8:
    case K.imm8_const_1:
      return OpKind.Immediate8
    case K.imm8sex16:
      return OpKind.Immediate8to16
    case K.imm8sex32:
      return OpKind.Immediate8to32
    case K.imm8sex64:
      return OpKind.Immediate8to64
    case K.imm16:
      return OpKind.Immediate16
    case K.imm32:
      return OpKind.Immediate32
    case K.imm32sex64:
      return OpKind.Immediate32to64
    case K.imm64:
      return OpKind.Immediate64
    default:
      return undefined
  }
}
