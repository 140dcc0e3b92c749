import { createHash } from 'node:crypto'
import { parseHTML } from 'linkedom'
import { beforeAll, describe, expect, it } from 'vitest'
import { DATASET_CHECKS, type DatasetCheckName } from '../../../../src/model/report'
import type { PageInput } from '../../../../src/reporters/page/pageInput'
import { type ChartLibrary, loadChartLibrary } from '../../../../src/reporters/page/charts/chartLibrary'
import { renderPage } from '../../../../src/reporters/page/renderPage'
import { sampleOf } from '../../../support/sampleOf'
import { FIGURES } from './support/figures'
import { pageInputOf } from './support/pageInput'
import { rowsLikeLevel0 } from './support/rowsLikeLevel0'

/** Members of linkedom's elements that are used here, since the compiler has no types for them. */
interface Parsed {
  readonly textContent: string
  readonly getAttribute: (name: string) => string | null
  readonly querySelector: (selector: string) => Parsed | null
  readonly querySelectorAll: (selector: string) => Iterable<Parsed>
}

const parsed = (page: string): Parsed => parseHTML(page).document as unknown as Parsed
const all = (root: Parsed, selector: string): readonly Parsed[] => [...root.querySelectorAll(selector)]
const hashed = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`

describe('renderPage', () => {
  let library: ChartLibrary
  let text: string
  let page: Parsed
  beforeAll(async () => {
    library = (await loadChartLibrary()) as ChartLibrary
    text = renderPage(pageInputOf(), library)
    page = parsed(text)
  })

  it('allows its own style sheet and script by hash, and nothing else', () => {
    const policy = page.querySelector('meta[http-equiv]')?.getAttribute('content') ?? ''
    const [style, ...otherStyles] = text.split('<style>').slice(1)
    const [script, ...otherScripts] = text.split('<script>').slice(1)
    expect([otherStyles, otherScripts]).toEqual([[], []])
    expect(style?.split('</style>')[0]?.length).toBeGreaterThan(2_000)
    expect(policy.split('; ')).toEqual([
      "default-src 'none'",
      `style-src ${hashed(style?.split('</style>')[0] ?? '')}`,
      `script-src ${hashed(script?.split('</script>')[0] ?? '')}`,
      "base-uri 'none'",
      "form-action 'none'",
    ])
  })

  it('contains nothing that the policy forbids and nothing to fetch', () => {
    expect(all(page, '[style], [onclick], [onload], [src], link, iframe, svg style')).toEqual([])
    for (const link of all(page, 'a')) expect(link.getAttribute('href')).toMatch(/^#/)
    expect(text).not.toMatch(/url\(|@import|https?:(?!\/\/www\.w3\.org\/)/)
  })

  it('links only to rows on the page', () => {
    const linked = (rows: PageInput['rows']): readonly string[] => {
      const leaks = parsed(renderPage(pageInputOf({ rows }), undefined)).querySelector('#leaks')
      return leaks === null ? expect.unreachable('no leaks') : all(leaks, 'a[href^="#sums_"]').map(link => link.textContent)
    }
    const { rows } = pageInputOf()
    expect(linked(rows)).toEqual(['sums_000001', 'sums_000002'])
    expect(linked(rows.filter(({ sample }) => sample.id !== 'sums_000002'))).toEqual(['sums_000001'])
  })

  it('has unique ids, and every reference resolves', () => {
    const ids = all(page, '[id]').map(element => element.getAttribute('id') ?? '')
    expect(new Set(ids).size).toBe(ids.length)
    for (const name of ['aria-labelledby', 'aria-describedby'])
      for (const element of all(page, `[${name}]`)) expect([...ids, 'row-heading']).toContain(element.getAttribute(name))
  })

  it('draws every figure, and shows it as a table as well', () => {
    const figures = all(page, 'figure')
    expect(figures.length).toBeGreaterThan(14)
    for (const figure of figures) {
      const name = figure.querySelector('h3')?.textContent ?? ''
      expect(all(figure, '[role=img] svg').length, name).toBe(1)
      const rows = all(figure, 'tbody tr').length
      expect(rows, name).toBeGreaterThan(0)
      expect(all(figure, 'svg rect').length + all(figure, 'svg circle').length, name).toBe(
        figure.querySelector('circle') === null ? 2 * rows : rows,
      )
    }
  })

  it('shows each figure in its table', () => {
    const { report } = pageInputOf()
    for (const [id, counts] of [
      ['category', report.category],
      ['topic', report.topic],
      ['difficulty', report.difficulty],
      ['type', report.adversarialType],
      ['split', report.split],
      ['reasons', report.discards],
      ['length', FIGURES.length],
    ] as const) {
      const figure = all(page, 'figure').find(one => one.querySelector(`#${id}-title`) !== null) as Parsed
      const cells = all(figure, 'tbody tr').map(row => [row.querySelector('th')?.textContent, row.querySelector('td')?.textContent])
      const expected = Object.entries(counts).map(([name, count]) => [name, String(count).replace(/(\d)(\d{3})$/, '$1,$2')])
      expect(cells.sort(), id).toEqual(expected.sort())
    }
  })

  it('shows checks, leaks, shortcuts and wrong labels', () => {
    const { report } = pageInputOf()
    const words = page.querySelector('main')?.textContent ?? ''
    for (const { name, figures } of report.checks) expect(words).toContain(`${name} ${figures}`)
    expect(
      all(page, '#leaks td')
        .map(({ textContent }) => textContent)
        .slice(0, 5),
    ).toEqual(['0', '0', '0', '0', '1'])
    expect(page.querySelector('#shortcuts')?.textContent).toContain('0.53')
    expect(page.querySelector('#mutants')?.textContent).toMatch(/180 of 180 were rejected/)
  })

  it.each([
    [['holds', 'holds'], 'All 2 checks hold', 0],
    [['notApplicable', 'holds', 'violated', 'holds'], '1 check is violated, 2 checks hold, 1 check is not applicable', 2],
    [['holds', 'notApplicable', 'notApplicable'], '1 check holds, 2 checks are not applicable', 0],
    [['violated', 'violated'], '2 checks are violated', 0],
  ] as const)('says, for checks with the outcome %s, "%s", with violations first', (outcomes, verdict, first) => {
    const { report } = pageInputOf()
    const checks = outcomes.map((outcome, index) => ({ outcome, name: DATASET_CHECKS[index] as DatasetCheckName, figures: '' }))
    const judged = parsed(renderPage(pageInputOf({ report: { ...report, checks } }), library))
    expect(judged.querySelector('.verdict')?.textContent.trim().slice(2)).toBe(verdict)
    expect(judged.querySelector('.verdict')?.getAttribute('class')).toBe(`verdict ${verdict.includes('violated') ? 'bad' : 'good'}`)
    expect(judged.querySelector('.checks code')?.textContent).toBe(DATASET_CHECKS[first])
  })

  it('is deterministic', async () => {
    expect(renderPage(pageInputOf(), (await loadChartLibrary()) as ChartLibrary)).toBe(text)
  })

  it('escapes hostile names, answers and features', () => {
    const hostile = '</script><img src=x onerror=alert(1)>\0'
    const { report, mutation } = pageInputOf()
    const input: PageInput = pageInputOf({
      report: {
        ...report,
        level: hostile,
        topic: { [hostile]: 3 },
        discards: { [hostile]: 1 },
        capacityAdjustments: [{ cell: hostile, plannedRows: 1, capacity: 1 }],
      },
      rows: [{ split: 'test', sample: sampleOf({ id: 'sums_000001', input: hostile }, { topic: hostile, edge: hostile }) }],
      mutation: {
        ...mutation,
        survivors: [{ mutation: 'smallEdit', id: hostile, input: hostile, expected_output: hostile, mutant: hostile }],
      },
      verifiedBy: [hostile],
    })
    for (const one of [library, undefined]) {
      const shown = renderPage(input, one)
      expect(all(parsed(shown), 'img')).toEqual([])
      expect(shown).not.toContain('<img')
      expect(shown).not.toContain('\0')
      expect(shown.match(/<\/script>/g)).toHaveLength(2)
    }
  })

  it('names the missing packages and opens its tables if charts cannot be drawn', () => {
    const plain = parsed(renderPage(pageInputOf(), undefined))
    expect(all(plain, 'svg')).toEqual([])
    expect(plain.querySelector('.notice')?.textContent).toContain('npm install @observablehq/plot linkedom')
    expect(all(plain, 'figure details[open]').length).toBe(all(page, 'figure').length)
  })

  it('calls the rows that traps are compared with answerable rows, as the card does', () => {
    const figure = all(page, 'figure').find(one => one.textContent.includes('Type and classifier'))
    expect(all(figure ?? expect.unreachable('no figure'), 'thead th').map(cell => cell.textContent)).toEqual([
      'Type and classifier',
      'Area',
      '95 % interval',
      'Traps',
      'Answerable rows',
    ])
  })

  it('leaves out parts that were not counted, for a dataset without traps or discards', () => {
    const { report } = pageInputOf()
    const { answers, difficulty, shortcuts } = FIGURES
    const none = { rows: 0, lowerQuartile: 0, median: 0, upperQuartile: 0 }
    const figures = {
      ...FIGURES,
      length: {},
      answers: { ...answers, topics: {} },
      difficulty: { all: { ...difficulty.all, hard: none }, topics: {} },
      shortcuts: { ...shortcuts, rows: 0, traps: 0, features: [], types: {}, maskedCues: [] },
    }
    const bare = parsed(
      renderPage(pageInputOf({ report: { ...report, adversarialType: {}, edge: {}, discards: {}, figures }, rows: [] }), library),
    )
    const left = ['type', 'edge', 'length', 'measured-topics', 'frequent-answer', 'separation', 'features', 'reasons'].map(
      id => `#${id}-title`,
    )
    expect(all(bare, left.join(', '))).toEqual([])
    for (const figure of all(bare, 'figure')) expect(all(figure, 'tbody tr').length).toBeGreaterThan(0)
    expect(bare.querySelector('#discards')?.textContent).toContain('No draw was discarded')
  })

  it('is smaller than 3 MB for 10,000 rows like level 0 rows', () => {
    const { report } = pageInputOf()
    const rows = rowsLikeLevel0(10_000)
    const bytes = rows.reduce((sum, { sample }) => sum + JSON.stringify(sample).length, 0)
    expect(bytes).toBeGreaterThan(6_500_000)
    expect(Buffer.byteLength(renderPage(pageInputOf({ report: { ...report, count: 10_000 }, rows }), library))).toBeLessThan(3_000_000)
  })
})
