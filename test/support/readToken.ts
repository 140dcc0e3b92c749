import { either as E } from 'fp-ts'
import { parseToken } from '../../src/stages/draw/parseToken'
import type { Token } from '../../src/stages/draw/token'

/** What a token says; it must be one. */
export function readToken(text: string): Token {
  const token = parseToken(text)
  if (E.isLeft(token)) throw new Error(`${token.left}: ${text}`)
  return token.right
}

/** The address alone, which a trap and its twin share. */
export const addressOf = (token: string): string => token.slice(0, token.lastIndexOf('~'))
