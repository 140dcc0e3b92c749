import type * as Iced from 'iced-x86'

/** Edits an instruction, encodes it and frees it. Returns undefined if iced rejects the edit or has no such encoding. */
export function encodeEdited(
  encoder: Iced.Encoder,
  instruction: Iced.Instruction,
  ip: number,
  edit: (instruction: Iced.Instruction) => void,
): Uint8Array | undefined {
  try {
    edit(instruction)
    encoder.encode(instruction, BigInt(ip))
    return encoder.takeBuffer()
  } catch {
    // Discards the bytes written before the error, which would otherwise precede the next instruction.
    encoder.takeBuffer()
    return undefined
  } finally {
    instruction.free()
  }
}
