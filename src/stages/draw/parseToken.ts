import { either as E } from 'fp-ts'
import { checksum, type Token } from './token'

const TOKEN = new RegExp(
  [
    /^(g\d+-[0-9A-Za-z.+-]+)/, // stamp
    /([A-Za-z][A-Za-z0-9_]*)/, // level
    /([0-9A-Za-z][0-9A-Za-z.+-]*)/, // version
    /(0|-?[1-9]\d*)/, // seed
    /([A-Za-z][A-Za-z0-9_.]*)/, // cell
    /(0|[1-9]\d{0,15})/, // slot
    /(0|[1-9]\d{0,8})/, // attempt
    /([ub])/,
    /((?:\d+x)?\d+(?:\.(?:\d+x)?\d+)*|)/, // path
    /(s[0-9a-f]{6}|[0-9a-f]{8})$/, // checksum or digest
  ]
    .map(({ source }) => source)
    .join('~'),
)

/** Match of {@link TOKEN}: the whole text, then each group. */
type Parts = readonly [string, string, string, string, string, string, string, string, string, string, string]

/** Maximum number of shrinking steps. No search takes more: `maxShrinks` limits its candidates, and each step takes at least one. */
const MAX_PATH_LENGTH = 1_000_000

/** Parses a token, or describes the damaged text, phrased to follow "received". */
export function parseToken(text: string): E.Either<string, Token> {
  const match = TOKEN.exec(text)
  if (match === null) return E.left(describeDamage(text))
  const [, stamp, level, version, seed, cell, slot, attempt, bias, steps, last] = match as unknown as Parts
  const isRow = !last.startsWith('s')
  if (!isRow && checksum(text.slice(0, text.lastIndexOf('~') + 1)) !== last) return E.left('a token with a wrong checksum: it was changed')
  const path = readPath(steps)
  if (path === undefined || !Number.isSafeInteger(Number(slot))) return E.left('a token with numbers that are too large')
  const address = { slot: Number(slot), attempt: Number(attempt) }
  const token = { stamp, level, version, seed, cell, address, biased: bias === 'b', path }
  return E.right(isRow ? { ...token, digest: last } : token)
}

function readPath(text: string): readonly number[] | undefined {
  const path: number[] = []
  for (const run of text === '' ? [] : text.split('.')) {
    const [first = '', second] = run.split('x')
    const times = second === undefined ? 1 : Number(first)
    if (path.length + times > MAX_PATH_LENGTH) return undefined
    for (let time = 0; time < times; time++) path.push(Number(second ?? first))
  }
  return path
}

function describeDamage(text: string): string {
  const parts = text.split('~').length
  return parts === 10 ? 'a token with a damaged part' : `${parts} part${parts === 1 ? '' : 's'} between "~", where a token has 10`
}
