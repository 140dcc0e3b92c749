import { either as E } from 'fp-ts'
import { checkSum, type Token } from './token'

const TOKEN = new RegExp(
  [
    /^(g\d+-[0-9A-Za-z.+-]+)/, // stamp
    /([A-Za-z][A-Za-z0-9_]*)/, // level
    /([0-9A-Za-z][0-9A-Za-z.+-]*)/, // version
    /(0|-?[1-9]\d*)/, // seed
    /([A-Za-z][A-Za-z0-9_.]*)/, // cell
    /(0|[1-9]\d{0,15})/, // k
    /(0|[1-9]\d{0,8})/, // attempt
    /([ub])/,
    /((?:\d+x)?\d+(?:\.(?:\d+x)?\d+)*|)/, // path
    /(s[0-9a-f]{6}|[0-9a-f]{8})$/, // check sum or digest
  ]
    .map(({ source }) => source)
    .join('~'),
)

/** The whole, then what stands in each pair of parentheses. */
type Parts = readonly [string, string, string, string, string, string, string, string, string, string, string]

/** No search takes more steps: its budget counts candidates, and each step takes one at least. */
const LONGEST_PATH = 1_000_000

/** What a token says, or why it is none. */
export function parseToken(text: string): E.Either<string, Token> {
  const match = TOKEN.exec(text)
  if (match === null) return E.left(whatIsMissing(text))
  const [, stamp, level, version, seed, cell, k, attempt, bias, steps, last] = match as unknown as Parts
  const isRow = !last.startsWith('s')
  if (!isRow && checkSum(text.slice(0, text.lastIndexOf('~') + 1)) !== last)
    return E.left('a token whose check sum is wrong: it was changed')
  const path = readPath(steps)
  if (path === undefined || !Number.isSafeInteger(Number(k))) return E.left('a token whose numbers are too great')
  const address = { k: Number(k), attempt: Number(attempt) }
  const token = { stamp, level, version, seed, cell, address, biased: bias === 'b', path }
  return E.right(isRow ? { ...token, digest: last } : token)
}

function readPath(text: string): readonly number[] | undefined {
  const path: number[] = []
  for (const run of text === '' ? [] : text.split('.')) {
    const [first = '', second] = run.split('x')
    const times = second === undefined ? 1 : Number(first)
    if (path.length + times > LONGEST_PATH) return undefined
    for (let time = 0; time < times; time++) path.push(Number(second ?? first))
  }
  return path
}

function whatIsMissing(text: string): string {
  const parts = text.split('~').length
  return parts === 10 ? 'a token with a damaged part' : `${parts} part${parts === 1 ? '' : 's'} between "~", where a token has 10`
}
