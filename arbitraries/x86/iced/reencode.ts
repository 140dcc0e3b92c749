import type * as Iced from 'iced-x86'
import type { Bits } from '../instructions/draft'

/**
 * Instruction encoded again, at an address chosen so that it ends where the original ended. So relative operands keep their
 * value.
 */
export interface Reencoded {
  readonly bytes: Uint8Array
  readonly ip: number
}

/** Function that decodes bytes and encodes each instruction again. It returns undefined if that fails. */
export type Reencode = (bits: Bits, bytes: Uint8Array, ip: number) => readonly Reencoded[] | undefined

/** Returns that function. Its encoders and its instruction object serve all calls. */
export function reencoderOf(iced: typeof Iced): Reencode {
  const encoders = { 32: new iced.Encoder(32), 64: new iced.Encoder(64) }
  const instruction = new iced.Instruction()
  return (bits, bytes, ip) => {
    const decoder = new iced.Decoder(bits, bytes, iced.DecoderOptions.None)
    decoder.ip = BigInt(ip)
    const encoder = encoders[bits]
    const reencoded: Reencoded[] = []
    try {
      for (let end = ip; decoder.canDecode; ) {
        decoder.decodeOut(instruction)
        if (instruction.isInvalid) return undefined
        end += instruction.length
        if (!instruction.isStringInstruction && instruction.flowControl === iced.FlowControl.Next) {
          // iced keeps a repeat prefix without a meaning here, which an encoder would not add.
          instruction.hasRepePrefix = false
          instruction.hasRepnePrefix = false
        }
        const length = encoder.encode(instruction, BigInt(end - instruction.length))
        const first = encoder.takeBuffer()
        if (length === instruction.length) reencoded.push({ bytes: first, ip: end - length })
        else {
          encoder.encode(instruction, BigInt(end - length))
          reencoded.push({ bytes: encoder.takeBuffer(), ip: end - length })
        }
      }
      return reencoded
    } catch {
      // iced throws if it has no encoding. The bytes written before are discarded.
      encoder.takeBuffer()
      return undefined
    } finally {
      decoder.free()
    }
  }
}
