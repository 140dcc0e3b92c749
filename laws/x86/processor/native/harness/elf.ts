/** Segment of a program in memory. The part after its bytes, up to its size, is zero. */
export interface Segment {
  readonly address: number
  readonly bytes: Uint8Array
  readonly size: number
  readonly protection: number
}

/** Flags of a segment's protection. */
export const PROTECTION = { execute: 1, write: 2, read: 4 } as const

const PAGE = 0x1000
const HEADER_BYTES = 64
const ENTRY_BYTES = 56

/** File type of a position-independent program. Without an interpreter entry it needs no dynamic linker. */
const ET_DYN = 3
const EM_X86_64 = 62
const PT_LOAD = 1
/** Type of the entry that makes the stack non-executable. */
const PT_GNU_STACK = 0x6474_e551

/** Builds a 64-bit ELF file. File offset and address of each segment are equal; the first page is for the headers. */
export function elfOf(segments: readonly Segment[], entry: number): Uint8Array {
  const length = Math.max(...segments.map(({ address, bytes }) => address + bytes.length))
  const file = new Uint8Array(length)
  const view = new DataView(file.buffer)
  // 64 bits, little-endian, version 1.
  file.set([0x7f, 0x45, 0x4c, 0x46, 2, 1, 1])
  view.setUint16(16, ET_DYN, true)
  view.setUint16(18, EM_X86_64, true)
  view.setUint32(20, 1, true)
  view.setBigUint64(24, BigInt(entry), true)
  view.setBigUint64(32, BigInt(HEADER_BYTES), true)
  view.setUint16(52, HEADER_BYTES, true)
  view.setUint16(54, ENTRY_BYTES, true)
  view.setUint16(56, segments.length + 1, true)
  for (const [index, segment] of segments.entries()) {
    writeEntry(view, HEADER_BYTES + index * ENTRY_BYTES, PT_LOAD, segment)
    file.set(segment.bytes, segment.address)
  }
  const stack = { address: 0, bytes: new Uint8Array(), size: 0, protection: PROTECTION.read | PROTECTION.write }
  writeEntry(view, HEADER_BYTES + segments.length * ENTRY_BYTES, PT_GNU_STACK, stack)
  return file
}

function writeEntry(view: DataView, at: number, type: number, { address, bytes, size, protection }: Segment): void {
  view.setUint32(at, type, true)
  view.setUint32(at + 4, protection, true)
  for (const [index, value] of [address, address, address, bytes.length, size, PAGE].entries())
    view.setBigUint64(at + 8 + 8 * index, BigInt(value), true)
}
