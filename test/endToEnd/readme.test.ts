import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { markdownSnippets, run, trimmed } from './snippets'

const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8')

describe('README.md', () => {
  it.each(markdownSnippets(readme).map(snippet => [snippet.line, snippet] as const))(
    'does what it says (line %i)',
    async (line, { code, output }) => {
      const logged = await run(`readme-${line}`, code)
      if (output !== undefined) expect(trimmed(logged)).toBe(trimmed(output))
    },
  )
})
