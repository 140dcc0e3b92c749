import type * as Iced from 'iced-x86'

/** Edits an instruction, encodes and frees it; undefined where iced refuses the edit or has no such encoding. */
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
    // The bytes written before the error must not stand at the head of the next instruction.
    encoder.takeBuffer()
    return undefined
  } finally {
    instruction.free()
  }
}
