import { readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { type Browser, chromium, type Locator, type Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { loadChartLibrary } from '../../../../../src/reporters/page/charts/chartLibrary'
import { renderPage } from '../../../../../src/reporters/page/renderPage'
import { sampleOf } from '../../../../support/sampleOf'
import { temporaryFolder } from '../../../../support/temporaryFolder'
import { chromiumPath } from '../support/chromium'
import { type OpenPage, openPage } from '../support/openPage'
import { pageInputOf } from '../support/pageInput'

const executablePath = chromiumPath()
if (executablePath === undefined) console.warn('no chromium on this machine: the page is not tested in a browser')

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

const HOSTILE = {
  id: 'sums_999999',
  input: 'a</script><script>alert(1)</script>\n<b>bold</b>\0\u202e&amp;',
  expected_output: '<img src=x onerror=alert(1)>',
} as const
const HOSTILE_ROW = { split: 'test', sample: sampleOf(HOSTILE, { token: "it's~a~token~00000000", topic: '<i>topic</i>' }) } as const

const INPUT = pageInputOf({ rows: [...pageInputOf().rows, HOSTILE_ROW] })
const ROWS = INPUT.rows
const TRAP = ROWS.find(({ sample }) => sample.metadata.adversarial_type === 'malformed')?.sample ?? expect.unreachable('no trap')

describe.skipIf(executablePath === undefined)('the page in a browser', () => {
  const at = temporaryFolder()
  let browser: Browser
  let opened: OpenPage

  beforeAll(async () => {
    writeFileSync(at('page.html'), renderPage(INPUT, await loadChartLibrary()))
    writeFileSync(at('plain.html'), renderPage(INPUT, undefined))
    browser = await chromium.launch({ executablePath: executablePath as string, args: ['--no-sandbox'] })
  })
  afterAll(() => browser?.close())
  afterEach(async () => {
    expect(opened.faults).toEqual([])
    await opened.page.context().close()
  })

  async function open(hash = '', options: Parameters<typeof openPage>[3] = {}): Promise<Page> {
    opened = await openPage(browser, at('page.html'), hash, options)
    return opened.page
  }

  const found = (page: Page): Promise<string | null> => page.locator('#found').textContent()
  const idsIn = (page: Page): Promise<readonly string[]> => page.locator('#list a').allTextContents()
  const filterOf = (page: Page, name: string): Locator => page.getByRole('combobox', { name, exact: true })
  const rowOf = (page: Page, id: string): Promise<void> => page.getByRole('article').getByRole('heading', { level: 3, name: id }).waitFor()
  const countOf = (wanted: (row: (typeof ROWS)[number]) => boolean): number => ROWS.filter(wanted).length

  it('shows 50 rows at a time with buttons to page', async () => {
    const page = await open()
    expect(await found(page)).toBe('401 rows, 1 to 50 shown')
    const first = await idsIn(page)
    expect(first).toEqual(ROWS.slice(0, 50).map(({ sample }) => sample.id))
    await page.getByRole('button', { name: 'Next' }).click()
    expect(await idsIn(page)).toEqual(ROWS.slice(50, 100).map(({ sample }) => sample.id))
    expect(await page.getByRole('button', { name: 'Previous' }).isEnabled()).toBe(true)
    await page.reload()
    expect(await page.locator('#page').textContent()).toBe('Page 2 of 9')
    await page.getByRole('button', { name: 'Previous' }).click()
    expect(await idsIn(page)).toEqual(first)
    expect(await page.getByRole('button', { name: 'Previous' }).isDisabled()).toBe(true)
  })

  it.each([
    ['Split', 'val', countOf(({ split }) => split === 'val')],
    ['Category', 'edge_case', countOf(({ sample }) => sample.category === 'edge_case')],
    ['Topic', '<i>topic</i>', 1],
    ['Difficulty', 'easy', countOf(({ sample }) => sample.difficulty === 'easy')],
    ['Adversarial type', 'malformed', countOf(({ sample }) => sample.metadata.adversarial_type === 'malformed')],
    ['Edge', 'zero', countOf(({ sample }) => sample.metadata.edge === 'zero')],
  ])('filters by %s', async (label, value, count) => {
    const page = await open()
    await filterOf(page, label).selectOption(value)
    expect(count).toBeGreaterThan(0)
    expect(await found(page)).toMatch(new RegExp(`^${count} rows?\\b`))
    const before = await idsIn(page)
    await page.reload()
    expect(await idsIn(page)).toEqual(before)
    await page.getByRole('button', { name: 'Clear' }).click()
    expect(await found(page)).toBe('401 rows, 1 to 50 shown')
    expect(await filterOf(page, label).inputValue()).toBe('')
  })

  it('searches all texts, and says if nothing is found', async () => {
    const page = await open()
    const text = page.getByRole('searchbox', { name: 'Text' })
    await text.fill('<IMG src=x')
    expect(await idsIn(page)).toEqual([HOSTILE.id])
    await text.fill(TRAP.metadata.token)
    expect(await idsIn(page)).toEqual([TRAP.id])
    await text.fill('no row says this')
    expect([await idsIn(page), await found(page)]).toEqual([[], 'No matching rows.'])
  })

  it('opens a row from a permalink, with all its details and its twin', async () => {
    const page = await open(`#${TRAP.id}`)
    const row = page.getByRole('article')
    expect(await row.getByRole('heading', { level: 3 }).textContent()).toBe(TRAP.id)
    expect(await row.getByRole('region', { name: 'input of the row' }).textContent()).toBe(TRAP.input)
    expect(await row.getByRole('region', { name: 'expected output of the row' }).textContent()).toBe(TRAP.expected_output)
    expect(await row.locator('#token').textContent()).toBe(TRAP.metadata.token)
    expect(await row.locator('#command').textContent()).toBe(`npx genesis-datasets reproduce '${TRAP.metadata.token}'`)
    const facts = await row.locator('.facts').textContent()
    for (const fact of [TRAP.metadata.group, TRAP.metadata.laws.join(', '), TRAP.metadata.verified_by.join(', '), TRAP.verification_method])
      expect(facts).toContain(fact)
    const twin = row.locator('.twin a')
    const id = (await twin.textContent()) as string
    await twin.click()
    await rowOf(page, id)
    expect(page.url()).toMatch(new RegExp(`#${id}$`))
    await page.goBack()
    await rowOf(page, TRAP.id)
  })

  it('says if a permalink matches no row', async () => {
    const page = await open('#sums_888888')
    expect(await page.getByRole('article').textContent()).toContain('There is no such row on this page.')
  })

  it('copies texts verbatim, and the token as a shell word', async () => {
    const page = await open(`#${HOSTILE.id}`, { permissions: ['clipboard-read', 'clipboard-write'] })
    const copied = async (name: string): Promise<unknown> => {
      await page.getByRole('button', { name: `Copy ${name}`, exact: true }).click()
      await page.getByRole('button', { name: `Copied: ${name}`, exact: true }).waitFor()
      return page.evaluate('navigator.clipboard.readText()')
    }
    // On some systems the clipboard truncates at a NUL: only the text before it is compared.
    expect(String(await copied('input of the row')).split('\0')[0]).toBe(HOSTILE.input.split('\0')[0])
    expect(await copied('expected output of the row')).toBe(HOSTILE.expected_output)
    expect(await copied('token')).toBe("it's~a~token~00000000")
    expect(await copied('command')).toBe(`npx genesis-datasets reproduce 'it'\\''s~a~token~00000000'`)
  })

  it('shows row texts as text, in the list and in detail', async () => {
    const page = await open(`#rows?text=${encodeURIComponent('onerror')}`)
    const shown = 'a</script><script>alert(1)</script> ⏎ <b>bold</b>⟨U+0000⟩⟨U+202E⟩&amp;'
    expect(await page.locator('#list .line').allTextContents()).toEqual([shown, `→ ${HOSTILE.expected_output}`])
    await page.locator('#list a').click()
    expect(await page.getByRole('region', { name: 'input of the row' }).textContent()).toBe(shown.replace(' ⏎ ', '\n'))
    expect(await page.locator('#browser :is(script, img, b, i)').count()).toBe(0)
  })

  it('is usable by keyboard alone and restores the focus', async () => {
    const page = await open('#rows?type=malformed')
    await page.locator('#list a').nth(1).focus()
    const id = await page.locator(':focus').textContent()
    await page.keyboard.press('Enter')
    await page.getByRole('article').waitFor()
    expect(await page.locator(':focus').getAttribute('id')).toBe('row')
    await page.keyboard.press('Tab')
    expect(await page.locator(':focus').textContent()).toBe('← All rows')
    await page.keyboard.press('Enter')
    await page.locator('#list').waitFor()
    expect(await page.locator(':focus').textContent()).toBe(id)
    expect(await filterOf(page, 'Adversarial type').inputValue()).toBe('malformed')
  })

  it('has a skip link, charts that open as tables, and keeps its rows when a section is addressed', async () => {
    const page = await open()
    await page.keyboard.press('Tab')
    expect(await page.locator(':focus').textContent()).toBe('Skip to the figures')
    await page.keyboard.press('Enter')
    expect(await page.locator(':focus').getAttribute('id')).toBe('main')
    await filterOf(page, 'Split').selectOption('val')
    const before = await idsIn(page)
    await page.getByRole('link', { name: 'Checks' }).click()
    expect(await idsIn(page)).toEqual(before)
    const summary = page.locator('figure summary').first()
    await summary.focus()
    await page.keyboard.press('Enter')
    expect(await page.locator('figure table').first().isVisible()).toBe(true)
  })

  it('shows its figures without a script', async () => {
    const page = await open('', { javaScriptEnabled: false })
    expect(await page.locator('.verdict').isVisible()).toBe(true)
    expect(await page.locator('noscript p').isVisible()).toBe(true)
    expect(await page.locator('#browser').isVisible()).toBe(false)
  })

  describe.each(['light', 'dark'] as const)('the page in %s', colorScheme => {
    it.each([
      ['page', 1280, ''],
      ['page', 360, ''],
      ['page', 1280, `#${TRAP.id}`],
      ['page', 360, `#${HOSTILE.id}`],
      ['page', 320, ''],
      ['plain', 360, '#rows?text=no row says this'],
    ])('passes axe without serious findings and fits the screen: %s at %d pixels, %s', async (name, width, hash) => {
      opened = await openPage(browser, at(`${name}.html`), hash, { colorScheme, viewport: { width, height: 800 } })
      const { page } = opened
      await page.locator('#browser').waitFor()
      await page.evaluate('for (const one of document.querySelectorAll("details")) one.open = true')
      // As long as the names of cells may be.
      await page.evaluate(`document.querySelector('.checks li').append('edge_case.${'decode.extremeDisplacement.'.repeat(3)}hard')`)
      await page.evaluate(AXE)
      const { violations } = (await page.evaluate('axe.run()')) as { readonly violations: readonly Violation[] }
      const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')
      expect(serious.map(({ id, nodes }) => [id, nodes.map(({ html }) => html).slice(0, 3)])).toEqual([])
      expect(await page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth')).toBe(0)
    })
  })
})

interface Violation {
  readonly id: string
  readonly impact: string
  readonly nodes: readonly { readonly html: string }[]
}
