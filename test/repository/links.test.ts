import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { textOf, trackedFiles } from './support/sourceTexts'

const DOCUMENTS = trackedFiles('*.md').filter(path => !path.startsWith('docs/api/'))

/** Returns the anchors of a document as GitHub makes them from its headings. */
const anchorsOf = (path: string): ReadonlySet<string> =>
  new Set(
    [...textOf(path).matchAll(/^#+ (.+)$/gm)].map(([, title = '']) =>
      title
        .toLowerCase()
        .replace(/[^\p{L}\p{N}_ -]/gu, '')
        .replaceAll(' ', '-'),
    ),
  )

describe('a link in a document', () => {
  const links = DOCUMENTS.flatMap(path =>
    [...textOf(path).matchAll(/\]\((?!https?:)([^)#\s]*)(?:#([^)\s]*))?\)/g)].map(([, to = '', anchor]) => ({ path, to, anchor })),
  )

  it('leads to an existing file or heading', () => {
    expect(links.length).toBeGreaterThan(50)
    const broken = links.flatMap(({ path, to, anchor }) => {
      const target = to === '' ? path : join(dirname(path), to)
      if (!existsSync(target)) return [`${path}: ${to}`]
      return anchor === undefined || anchorsOf(target).has(anchor) ? [] : [`${path}: ${to}#${anchor}`]
    })
    expect(broken).toEqual([])
  })
})
