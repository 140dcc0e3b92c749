import { deflateRawSync } from 'node:zlib'
import script from './browser/main.ts?bundled'
import { CHART_PACKAGES, type ChartLibrary } from './charts/chartLibrary'
import { renderDocument } from './document'
import { type Html, html, NOTHING } from './html'
import type { PageInput } from './pageInput'
import { packRows } from './rows/packedRows'
import type { PageRow } from './rows/pageRow'
import { pageRows } from './rows/pageRows'
import { answersSection } from './sections/answers'
import { checksSection } from './sections/checks'
import { discardsSection } from './sections/discards'
import { distributionsSection } from './sections/distributions'
import { leaksSection } from './sections/leaks'
import { mutantsSection } from './sections/mutants'
import { rowsSection } from './sections/rows'
import { renderSection, type Section } from './sections/section'
import { shortcutsSection } from './sections/shortcuts'
import { pageHeader } from './sections/pageHeader'
import styles from './styles/page.css?bundled'

/**
 * Returns a report as one self-contained HTML page: summary, dataset checks, figures as charts with tables, and the rows with
 * filters. Without a chart library it has only the tables. Texts of rows are escaped. Equal arguments give equal pages under
 * one version of Node; another version may compress differently.
 */
export function renderPage(input: PageInput, library: ChartLibrary | undefined): string {
  const rows = pageRows(input.rows)
  const sections = sectionsOf(input, rows, library)
  return renderDocument({
    title: `${input.report.level} ${input.report.version}: dataset report`,
    generator: input.software,
    styles,
    script,
    data: deflateRawSync(JSON.stringify(packRows(rows)), { level: 9 }).toString('base64'),
    body: html`<a class="skip" href="#main">Skip to the figures</a>
<div class="page">
${pageHeader(input)}
${contents(sections)}
<main id="main" tabindex="-1">
${library === undefined ? MISSING : NOTHING}
${sections.map(renderSection)}
</main>
</div>`,
  })
}

function sectionsOf(input: PageInput, rows: readonly PageRow[], library: ChartLibrary | undefined): readonly Section[] {
  const { report } = input
  const { answers, leaks, shortcuts } = report.figures
  return [
    checksSection(report),
    distributionsSection(report, library),
    answersSection(answers, library),
    leaksSection(leaks, new Set(rows.map(({ id }) => id))),
    shortcutsSection(shortcuts, library),
    mutantsSection(input, library),
    discardsSection(report, library),
    rowsSection(rows, report.count),
  ]
}

const contents = (sections: readonly Section[]): Html =>
  html`<nav class="contents" aria-label="Contents"><ul>${sections.map(({ id, title }) => html`<li><a href="#${id}">${title}</a></li>`)}</ul></nav>`

const MISSING = html`<p class="notice">There are no charts, because the packages that draw them are not installed: <code>npm install ${CHART_PACKAGES.join(' ')}</code>. The tables have the same figures.</p>`
