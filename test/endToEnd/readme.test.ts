import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { markdownSnippets, run, trimmed } from './support/snippets'

const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8')

/** A block of code that says where to break it, with the edit and the message that the text promises. */
const [, sound = ''] = /^```ts\n((?:(?!^```)[\s\S])*?\/\/ break it here[\s\S]*?)^```$/m.exec(readme) ?? []
const [, edit = '', place = ''] = /^Write `([^`]+)` in the place of `([^`]+)`/m.exec(readme) ?? []
const [, message = ''] = /^Write `[^\n]*throws:\n\n```text\n([\s\S]*?)^```$/m.exec(readme) ?? []
const [, token = ''] = /^const again = reproduce\(doubles, '([^']+)'\)$/m.exec(readme) ?? []

describe('the level in README.md', () => {
  it('throws the promised message once it is broken', async () => {
    const broken = sound.replace(`=> ${place},`, `=> ${edit},`)
    expect(broken).not.toBe(sound)
    await expect(run('readme-broken', broken)).rejects.toThrow(trimmed(message))
  })

  it('holds for the token from the text after the repair', async () => {
    expect(message).toContain(`replay: reproduce(doubles, '${token}')`)
    const asking = `${sound}\nimport { reproduce } from 'genesis-datasets'\nconst again = reproduce(doubles, '${token}')
      console.log(again._tag === 'Right' && again.right.laws.every(({ outcome }) => outcome === 'holds') && again.right.shrunk.question)`
    expect(await run('readme-repaired', asking)).toBe('5000')
  })
})

describe('a snippet of README.md', () => {
  it.each(markdownSnippets(readme).map(snippet => [snippet.line, snippet] as const))(
    'runs as described (line %i)',
    async (line, { code, output }) => {
      const logged = await run(`readme-${line}`, code)
      if (output !== undefined) expect(trimmed(logged)).toBe(trimmed(output))
    },
  )
})
