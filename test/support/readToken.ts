import { either as E } from 'fp-ts'
import { parseToken } from '../../src/stages/draw/parseToken'
import type { Token } from '../../src/stages/draw/token'

/** Parses a token; fails if it is invalid. */
export function readTokenOrFail(text: string): Token {
  const token = parseToken(text)
  if (E.isLeft(token)) throw new Error(`${token.left}: ${text}`)
  return token.right
}

/** Returns the address of a token, which a trap and its twin share. */
export const addressOf = (token: string): string => token.slice(0, token.lastIndexOf('~'))
