import { isUtf8 } from 'node:buffer'

/** Why bytes are no text, and what to do. */
export interface TextProblem {
  readonly received: string
  readonly hint: string
}

/** What keeps the bytes of a line from being a text; undefined where nothing does. */
export function textProblem(bytes: Buffer): TextProblem | undefined {
  const nul = bytes.indexOf(0)
  if (nul >= 0) return { received: `a NUL at ${place(nul)}`, hint: 'a crash can leave such holes in a file: make it again' }
  if (isUtf8(bytes)) return undefined
  const wrong = firstWrongByte(bytes)
  const received = `0x${bytes[wrong]?.toString(16).padStart(2, '0')} at ${place(wrong)}, which is no UTF-8`
  return { received, hint: 'write the file again as UTF-8, or make it again' }
}

const place = (index: number): string => `byte ${index + 1}`

/** Where the first sequence begins that is no UTF-8: a lenient reader puts U+FFFD there, which may also stand in a text. */
function firstWrongByte(bytes: Buffer): number {
  const text = bytes.toString('utf8')
  let byte = 0
  for (let from = 0; ; ) {
    const mark = text.indexOf('\ufffd', from)
    if (mark < 0) return byte
    byte += Buffer.byteLength(text.slice(from, mark))
    if (bytes.toString('latin1', byte, byte + 3) !== '\xef\xbf\xbd') return byte
    byte += 3
    from = mark + 1
  }
}
