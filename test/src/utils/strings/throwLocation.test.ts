import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { describe, expect, it } from 'vitest'
import { locatedMessage, throwLocation } from '../../../../src/utils/strings/throwLocation'

/** Returns an error whose stack has these frames. */
function thrownAt(...frames: readonly string[]): Error {
  const error = new Error('seven!')
  error.stack = ['Error: seven!', ...frames.map(frame => `    at ${frame}`)].join('\n')
  return error
}

const at = (path: string): string => join(process.cwd(), path)

describe('throwLocation', () => {
  it('returns the file and the line of a throw', () => {
    expect(throwLocation(new Error('seven!'))).toMatch(/^test\/src\/utils\/strings\/throwLocation\.test\.ts:\d+$/)
  })

  it.each([
    ['a function', `oracle (${at('levels/mine.ts')}:12:7)`],
    ['no function', `${at('levels/mine.ts')}:12:7`],
    ['an asynchronous function', `async ${at('levels/mine.ts')}:12:7`],
    ['an ES module', `oracle (${pathToFileURL(at('levels/mine.ts'))}:12:7)`],
    ['an ES module without a function', `${pathToFileURL(at('levels/mine.ts'))}:12:7`],
  ])('reads a frame of %s', (_, frame) => {
    expect(throwLocation(thrownAt(frame))).toBe('levels/mine.ts:12')
  })

  it('decodes the URL of a module', () => {
    expect(throwLocation(thrownAt(`f (${pathToFileURL(at('my levels/é.mjs'))}:3:1)`))).toBe('my levels/é.mjs:3')
  })

  it('skips Node, dependencies and this package', () => {
    const skipped = [
      'BigInt (<anonymous>)',
      'node:internal/process:1:2',
      `map (${at('node_modules/fast-check/lib/map.js')}:1:2)`,
      `prove (${at('src/stages/prove/prove.ts')}:1:2)`,
      `prove (${pathToFileURL(at('dist/chunk-A.js'))}:1:2)`,
    ]
    expect(throwLocation(thrownAt(...skipped))).toBeUndefined()
    expect(throwLocation(thrownAt(...skipped, `answer (${at('srcs/mine.ts')}:8:1)`))).toBe('srcs/mine.ts:8')
  })

  it('finds nothing in a value that is no error, or whose stack was replaced', () => {
    expect(throwLocation('seven!')).toBeUndefined()
    expect(throwLocation(Object.assign(new Error('seven!'), { stack: [] }))).toBeUndefined()
    expect(throwLocation(Object.assign(new Error('seven!'), { stack: undefined }))).toBeUndefined()
  })
})

describe('locatedMessage', () => {
  it('adds the place to the message if it is known', () => {
    expect(locatedMessage(thrownAt(`f (${at('mine.ts')}:4:1)`))).toBe('seven! (thrown at mine.ts:4)')
    expect(locatedMessage('seven!')).toBe('seven!')
  })
})
