import { readdirSync } from 'node:fs'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { format } from 'node:util'
import { describe, expect, it, vi } from 'vitest'

const FOLDER = fileURLToPath(new URL('../../examples', import.meta.url))

/** Lines that each program must print, in this order. */
const PRINTED_LINES: Readonly<Record<string, readonly string[]>> = {
  writeLevel: ['doubles: all laws held for 1000 drafts', '1000 rows, 7'],
  testArbitrary: ['arbitrary: all laws held for 1000 drafts', 'coverage of nested', 'Law violated in arbitrary', '    "("\n'],
  reproduceFailure: ['law: oracle.agrees', 'sum: 0 + 1', 'VIOLATED       oracle.agrees', 'repaired'],
  verifyRows: [
    'sums_000001 holds: text.wellFormed',
    'Invalid expected_output: expected "42", received "43"',
    'sums_000003 holds: text.wellFormed, refusal.onlyOne',
    'Invalid expected_output: expected the refusal of malformed',
    'Invalid source: expected no such field',
    'sums: 100.00 % of wrong labels rejected',
  ],
  gradeOutputs: [
    'knows all: 100.0 % right',
    'adds whatever it finds: ',
    '0 of 84 pairs',
    'always refuses: ',
    ' 0 of 84 pairs',
    'says both: 0.0 % right',
  ],
}

async function said(name: string): Promise<string> {
  const lines: string[] = []
  const log = vi.spyOn(console, 'log').mockImplementation((...values: readonly unknown[]) => void lines.push(format(...values)))
  try {
    await import(/* @vite-ignore */ pathToFileURL(`${FOLDER}/${name}.ts`).href)
  } finally {
    log.mockRestore()
  }
  return lines.join('\n')
}

describe('a program in examples/', () => {
  it.each(Object.entries(PRINTED_LINES))('prints what it promises: %s', async (name, parts) => {
    const text = await said(name)
    let from = 0
    for (const part of parts) {
      const at = text.indexOf(part, from)
      expect(at, `"${part}" in\n${text}`).toBeGreaterThanOrEqual(from)
      from = at + part.length
    }
  })

  it('has a test here', () => {
    const programs = readdirSync(FOLDER).flatMap(file => (file.endsWith('.ts') ? [file.slice(0, -3)] : []))
    expect(programs.sort()).toEqual(Object.keys(PRINTED_LINES).sort())
  })
})
