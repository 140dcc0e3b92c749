import { uniformInt } from 'pure-rand/distribution/uniformInt'
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus'
import type { RandomGenerator } from 'pure-rand/types/RandomGenerator'

/** One damage to the bytes of a line. */
type Damage = (line: Buffer, others: readonly Buffer[], random: RandomGenerator) => Buffer

/** Pieces that parsers of JSON or readers of lines may mishandle. */
const PIECES: readonly string[] = [
  ...['"', '\\', '\\"', '\\u', '\\ud800', '\\u0000', '{', '}', '[', ']', ',', ':', '[[[[', '{"a":', '"__proto__":', '"id":'],
  ...['\n', '\r', '\r\n', '\t', '\0', '\ufeff', '\u2028', '\u00a0', '\u202e', 'é', '😀', '1e999', '-0', '9007199254740993', 'null', 'NaN'],
]
const place = (line: Buffer, random: RandomGenerator): number => uniformInt(random, 0, line.length)
const cut = (line: Buffer, from: number, to: number, ...between: readonly Buffer[]): Buffer =>
  Buffer.concat([line.subarray(0, from), ...between, line.subarray(to)])
const chosen = <T>(from: readonly T[], random: RandomGenerator): T => from[uniformInt(random, 0, from.length - 1)] as T

const DAMAGES: readonly Damage[] = [
  (line, _, random) => flipped(line, random),
  (line, _, random) => {
    const at = place(line, random)
    return cut(line, at, at + 1, Buffer.from([uniformInt(random, 0, 255)]))
  },
  (line, _, random) => {
    const at = place(line, random)
    return cut(line, at, at + uniformInt(random, 1, 20))
  },
  (line, _, random) => {
    const at = place(line, random)
    return cut(line, at, at, Buffer.from(chosen(PIECES, random)))
  },
  (line, others, random) => {
    const other = chosen(others, random)
    const from = place(other, random)
    const at = place(line, random)
    return cut(line, at, at + uniformInt(random, 0, 40), other.subarray(from, from + uniformInt(random, 0, 200)))
  },
  (line, others, random) => cut(line, place(line, random), line.length, chosen(others, random)),
  (line, _, random) => line.subarray(0, place(line, random)),
]

function flipped(line: Buffer, random: RandomGenerator): Buffer {
  const copy = Buffer.from(line)
  const at = uniformInt(random, 0, line.length - 1)
  copy[at] = (copy[at] ?? 0) ^ (1 << uniformInt(random, 0, 7))
  return copy
}

/**
 * Yields endlessly lines with one to three damages each, in an order that the seed determines. A damage may contain
 * line feeds: then there are more lines than buffers.
 */
export function* fuzzedLines(lines: readonly Buffer[], seed: number): Generator<Buffer, never> {
  const random = xoroshiro128plus(seed)
  for (;;) {
    let line = chosen(lines, random)
    for (let times = uniformInt(random, 1, 3); times > 0 && line.length > 0; times--) line = chosen(DAMAGES, random)(line, lines, random)
    yield line
  }
}
