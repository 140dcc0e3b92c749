import type * as Iced from 'iced-x86'
import type { Bits } from '../instructions/draft'

/** An instruction encoded again, at an address where it ends where the original ended: so relative operands stay. */
export interface Reencoded {
  readonly bytes: Uint8Array
  readonly ip: number
}

/** Decodes bytes and encodes each instruction again, as it was decoded; undefined where that fails. */
export type Reencode = (bits: Bits, bytes: Uint8Array, ip: number) => readonly Reencoded[] | undefined

/** Makes the function with encoders and an instruction that serve for all calls. */
export function reencoderOf(iced: typeof Iced): Reencode {
  const encoders = { 32: new iced.Encoder(32), 64: new iced.Encoder(64) }
  const instruction = new iced.Instruction()
  return (bits, bytes, ip) => {
    const decoder = new iced.Decoder(bits, bytes, iced.DecoderOptions.None)
    decoder.ip = BigInt(ip)
    const encoder = encoders[bits]
    const again: Reencoded[] = []
    try {
      for (let end = ip; decoder.canDecode; ) {
        decoder.decodeOut(instruction)
        if (instruction.isInvalid) return undefined
        end += instruction.length
        if (!instruction.isStringInstruction && instruction.flowControl === iced.FlowControl.Next) {
          // iced keeps a repeat prefix that means nothing here; an encoder of its own accord would not write it.
          instruction.hasRepePrefix = false
          instruction.hasRepnePrefix = false
        }
        const length = encoder.encode(instruction, BigInt(end - instruction.length))
        const first = encoder.takeBuffer()
        if (length === instruction.length) again.push({ bytes: first, ip: end - length })
        else {
          encoder.encode(instruction, BigInt(end - length))
          again.push({ bytes: encoder.takeBuffer(), ip: end - length })
        }
      }
      return again
    } catch {
      // iced throws where it has no encoding; what it wrote before is thrown away.
      encoder.takeBuffer()
      return undefined
    } finally {
      decoder.free()
    }
  }
}
