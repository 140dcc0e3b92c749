/** Piece of machine code: bytes, a named place, or bytes followed by the four-byte distance to a place. */
export type Piece =
  | { readonly _tag: 'Bytes'; readonly bytes: readonly number[] }
  | { readonly _tag: 'Label'; readonly name: string }
  | { readonly _tag: 'Reference'; readonly bytes: readonly number[]; readonly to: string }

/**
 * Joins pieces into position-independent code. `elsewhere` gives the offsets of places outside the code. Throws if a reference names
 * an unknown place.
 */
export function joinCode(pieces: readonly Piece[], elsewhere: ReadonlyMap<string, number>): Uint8Array {
  const places = new Map(elsewhere)
  let length = 0
  for (const piece of pieces) {
    if (piece._tag === 'Label') places.set(piece.name, length)
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
    const place = places.get(piece.to)
    if (place === undefined) throw new Error(`machine code: no place is named ${piece.to}`)
    at += 4
    view.setInt32(at - 4, place - at, true)
  }
  return code
}
