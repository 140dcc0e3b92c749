import { isUtf8 } from 'node:buffer'

/** Reason why bytes are not text, and a hint. */
export interface TextProblem {
  readonly received: string
  readonly hint: string
}

/** Returns the problem of bytes that are not UTF-8 text or contain a NUL; otherwise undefined. */
export function textProblem(bytes: Buffer): TextProblem | undefined {
  const nul = bytes.indexOf(0)
  if (nul >= 0) return { received: `a NUL at ${bytePosition(nul)}`, hint: 'a crash can leave such gaps in a file: write it again' }
  if (isUtf8(bytes)) return undefined
  const wrong = firstInvalidByte(bytes)
  const received = `0x${bytes[wrong]?.toString(16).padStart(2, '0')} at ${bytePosition(wrong)}, which is not UTF-8`
  return { received, hint: 'convert the file to UTF-8, or write it again' }
}

const bytePosition = (index: number): string => `byte ${index + 1}`

/** Returns the offset of the first invalid sequence. The decoder puts U+FFFD there, which a valid text can also contain. */
function firstInvalidByte(bytes: Buffer): number {
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
