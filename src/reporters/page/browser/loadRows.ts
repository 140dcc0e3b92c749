import { type PackedRows, unpackRows } from '../rows/packedRows'
import type { PageRow } from '../rows/pageRow'

/** Unpacks the rows of the page: base64 of a raw deflate stream of JSON. */
export async function loadRows(packed: string): Promise<readonly PageRow[]> {
  const bytes = Uint8Array.from(atob(packed.trim()), character => character.charCodeAt(0))
  const unpacked = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate-raw'))
  return unpackRows(JSON.parse(await new Response(unpacked).text()) as PackedRows)
}
