import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { markdownSnippets, run, trimText } from './support/snippets'

const root = fileURLToPath(new URL('../../', import.meta.url))
const textOf = (path: string): string => readFileSync(`${root}${path}`, 'utf8')
const markdownIn = (folder: string): readonly string[] =>
  readdirSync(`${root}${folder}`)
    .filter(name => name.endsWith('.md'))
    .map(name => `${folder}/${name}`)
const DOCUMENTS = ['README.md', ...markdownIn('docs'), ...markdownIn('docs/guides'), ...markdownIn('docs/explanations')]

const tutorial = textOf('docs/tutorial.md')
/** The level of the tutorial, the fault to plant, and the message that the text shows for it. */
const [, sound = ''] = /^```ts\n((?:(?!^```)[\s\S])*?\/\/ break it here[\s\S]*?)^```$/m.exec(tutorial) ?? []
const [, fault = '', place = ''] = /^Write `([^`]+)` in place of `([^`]+)`/m.exec(tutorial) ?? []
const [, message = ''] = /^Write `[^\n]*throws:\n\n```text\n([\s\S]*?)^```$/m.exec(tutorial) ?? []

describe('the tutorial', () => {
  it('shows the message that its planted fault causes', async () => {
    const broken = sound.replace(`=> ${place},`, `=> ${fault},`)
    expect(broken).not.toBe(sound)
    await expect(run('tutorial-broken', broken)).rejects.toThrow(trimText(message))
  })

  it('repairs the level by the token of that message', async () => {
    const [, token = ''] = /^ {2}token: (\S+)$/m.exec(message) ?? []
    expect(message).toContain(`replay: reproduce(doubles, '${token}')`)
    const replay = `${sound}\nimport { reproduce } from 'genesis-datasets'\nconst again = reproduce(doubles, '${token}')
      console.log(again._tag === 'Right' && again.right.laws.every(({ outcome }) => outcome === 'holds') && again.right.shrunk.question)`
    expect(await run('tutorial-repaired', replay)).toBe('5000')
  })
})

describe('a snippet of a document', () => {
  const snippets = DOCUMENTS.flatMap(path => markdownSnippets(textOf(path)).map(snippet => [`${path}:${snippet.line}`, snippet] as const))

  it.each(snippets)('runs and prints what the document shows: %s', async (place, { code, output }) => {
    const logged = await run(place.replace(/\W/g, '-'), code)
    if (output !== undefined) expect(trimText(logged)).toBe(trimText(output))
  })
})

describe('README.md', () => {
  const readme = textOf('README.md')

  it('has at most 150 lines', () => {
    expect(readme.trimEnd().split('\n').length).toBeLessThanOrEqual(150)
  })

  it('shows a row of level 0 as the build writes it', async () => {
    const [, shown = ''] = /^```json\n([\s\S]*?)^```$/m.exec(readme) ?? []
    const { token, ...metadata } = (JSON.parse(shown) as { metadata: { token: string } }).metadata
    const replay = `import { reproduce } from 'genesis-datasets'\nimport { level0 } from 'genesis-datasets/levels'
      const again = reproduce(await level0(), ${JSON.stringify(token)})
      if (again._tag === 'Right') console.log(JSON.stringify(again.right.row))`
    const { id: _, ...row } = JSON.parse(shown)
    expect(JSON.parse(await run('readme-row', replay))).toEqual({ ...row, metadata: { ...metadata, token } })
  })
})
