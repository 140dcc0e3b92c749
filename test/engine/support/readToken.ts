/** What a row's token says. */
export interface TokenParts {
  readonly stamp: string
  readonly level: string
  readonly version: string
  readonly seed: string
  readonly cell: string
  readonly k: number
  readonly attempt: number
  readonly path: string
  readonly digest: string
}

export function readToken(token: string): TokenParts {
  const [stamp = '', level = '', version = '', seed = '', cell = '', k = '', attempt = '', biased, path = '', digest = '', ...rest] =
    token.split('~')
  if (biased !== 'u' || rest.length > 0) throw new Error(`not a token: ${token}`)
  return { stamp, level, version, seed, cell, k: Number(k), attempt: Number(attempt), path, digest }
}

/** The address alone, which a trap and its twin share. */
export const addressOf = (token: string): string => token.slice(0, token.lastIndexOf('~'))
