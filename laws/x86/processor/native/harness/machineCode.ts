/** Piece of machine code: bytes, a label, or bytes followed by the four-byte distance to a label. */
export type Piece =
  | { readonly _tag: 'Bytes'; readonly bytes: readonly number[] }
  | { readonly _tag: 'Label'; readonly name: string }
  | { readonly _tag: 'Reference'; readonly bytes: readonly number[]; readonly to: string }

/**
 * Joins pieces into position-independent code. `elsewhere` gives the offsets of labels outside the code. Throws if a reference names
 * an unknown label.
 */
export function joinCode(pieces: readonly Piece[], elsewhere: ReadonlyMap<string, number>): Uint8Array {
  const labels = new Map(elsewhere)
  let length = 0
  for (const piece of pieces) {
    if (piece._tag === 'Label') labels.set(piece.name, length)
    else length += piece.bytes.length + (piece._tag === 'Reference' ? 4 : 0)
  }
  const code = new Uint8Array(length)
  const view = new DataView(code.buffer)
  let at = 0
  for (const piece of pieces) {
    if (piece._tag === 'Label') continue
    code.set(piece.bytes, at)
    at += piece.bytes.length
    if (piece._tag === 'Bytes') continue
    const offset = labels.get(piece.to)
    if (offset === undefined) throw new Error(`machine code: no label is named ${piece.to}`)
    at += 4
    view.setInt32(at - 4, offset - at, true)
  }
  return code
}
