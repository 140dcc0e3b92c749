import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { markdownSnippets, run, trimmed } from './support/snippets'

const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8')

/** A block of code that says where to break it: the edit that the text names, and the message that it promises. */
const [, sound = ''] = /^```ts\n((?:(?!^```)[\s\S])*?\/\/ break it here[\s\S]*?)^```$/m.exec(readme) ?? []
const [, edit = '', place = ''] = /^Write `([^`]+)` in the place of `([^`]+)`/m.exec(readme) ?? []
const [, message = ''] = /^Write `[^\n]*throws:\n\n```text\n([\s\S]*?)^```$/m.exec(readme) ?? []
const [, token = ''] = /^const again = reproduce\(doubles, '([^']+)'\)$/m.exec(readme) ?? []

describe('the level of README.md', () => {
  it('throws, once broken, what the text says', async () => {
    const broken = sound.replace(`=> ${place},`, `=> ${edit},`)
    expect(broken).not.toBe(sound)
    await expect(run('readme-broken', broken)).rejects.toThrow(trimmed(message))
  })

  it('is repaired with the token that the text tells', async () => {
    expect(message).toContain(`again: reproduce(doubles, '${token}')`)
    const asking = `${sound}\nimport { reproduce } from 'genesis-datasets'\nconst again = reproduce(doubles, '${token}')
      console.log(again._tag === 'Right' && again.right.laws.every(({ outcome }) => outcome === 'holds') && again.right.shrunk.question)`
    expect(await run('readme-repaired', asking)).toBe('5000')
  })
})

describe('README.md', () => {
  it.each(markdownSnippets(readme).map(snippet => [snippet.line, snippet] as const))(
    'does what it says (line %i)',
    async (line, { code, output }) => {
      const logged = await run(`readme-${line}`, code)
      if (output !== undefined) expect(trimmed(logged)).toBe(trimmed(output))
    },
  )
})
