import { mkdirSync, writeFileSync } from 'node:fs'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { format } from 'node:util'
import { vi } from 'vitest'

/** A piece of code in a text, with its documented output if there is one. */
export interface Snippet {
  readonly line: number
  readonly code: string
  readonly output: string | undefined
}

const FENCED = /^```(\w*)\n([\s\S]*?)^```$/gm

/** Returns the runnable TypeScript blocks of a Markdown text, each with the text block right after it. */
export function markdownSnippets(markdown: string): readonly Snippet[] {
  const blocks = [...markdown.matchAll(FENCED)].map(({ 0: whole, 1: language, 2: code = '', index }) => ({
    language,
    code,
    index,
    end: index + whole.length,
  }))
  return blocks.flatMap(({ language, code, index, end }, at) => {
    if (language !== 'ts' || code.startsWith('// sketch')) return []
    const next = blocks[at + 1]
    const follows = next?.language === 'text' && markdown.slice(end, next.index).trim() === ''
    return [{ line: lineAt(markdown, index), code, output: follows ? next.code : undefined }]
  })
}

/** Returns the examples in the comments of a source file; a comment line after an expression states its value. */
export function exampleSnippets(source: string): readonly Snippet[] {
  return [...source.matchAll(/^ *\/\*\*[\s\S]*?\*\//gm)].flatMap(({ 0: comment, index }) => {
    const [, example] = /@example *\n([\s\S]*?)(?=\n? *\*\/|\n *\* @)/.exec(comment) ?? []
    if (example === undefined) return []
    return [{ line: lineAt(source, index), code: example.replace(/^ *\* ?/gm, ''), output: undefined }]
  })
}

const lineAt = (text: string, index: number): number => text.slice(0, index).split('\n').length

const FOLDER = fileURLToPath(new URL('../../../reports/snippets', import.meta.url))

/** Runs code as a module under a name that other snippets can import, and returns its log. */
export async function run(name: string, code: string): Promise<string> {
  mkdirSync(FOLDER, { recursive: true })
  const file = `${FOLDER}/${name}.ts`
  writeFileSync(file, `${code}\nexport {}\n`)
  const lines: string[] = []
  const log = vi.spyOn(console, 'log').mockImplementation((...values: readonly unknown[]) => void lines.push(format(...values)))
  try {
    await import(/* @vite-ignore */ pathToFileURL(file).href)
  } finally {
    log.mockRestore()
  }
  return lines.join('\n')
}

/** Removes blanks at line ends and empty lines at the end, for comparison. */
export const trimText = (text: string): string => text.replace(/[ \t]+$/gm, '').trimEnd()
