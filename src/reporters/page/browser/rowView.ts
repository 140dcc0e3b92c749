import type { PageRow } from '../rows/pageRow'
import { visible, visibleInLine } from '../visible'
import { spellAddress } from './address'
import type { Choice } from './choice'
import { copyButton } from './copying'
import { element } from './element'
import { tags } from './tags'

/** Choice, twin and neighbours of a row in the list of matching rows. */
export interface RowContext {
  readonly choice: Choice
  readonly twin: PageRow | undefined
  readonly previous: PageRow | undefined
  readonly next: PageRow | undefined
}

/** Returns the elements that show a row: texts, twin, token and metadata. */
export const rowView = (row: PageRow, around: RowContext): readonly HTMLElement[] => [
  rowNavigation(around),
  element('h3', { id: 'row-heading' }, row.id),
  tags(row),
  texts(row, 'row'),
  ...(around.twin === undefined ? [] : [twinView(row, around.twin, around.choice)]),
  element('h4', {}, 'Reproduce'),
  ...(row.token === ''
    ? [element('p', {}, 'The row has no token.')]
    : [copyable('Token', row.token), copyable('Command', `npx genesis-datasets reproduce ${shellQuoted(row.token)}`)]),
  element('h4', {}, 'Metadata'),
  element(
    'dl',
    { class: 'facts' },
    ...facts(row).flatMap(([name, value]) => [element('dt', {}, name), element('dd', {}, visibleInLine(value))]),
  ),
]

/** Returns the elements for an id that no row on the page has. */
export const noRow = (id: string, choice: Choice): readonly HTMLElement[] => [
  rowNavigation({ choice, twin: undefined, previous: undefined, next: undefined }),
  element('h3', { id: 'row-heading' }, visibleInLine(id)),
  element('p', {}, 'There is no such row on this page.'),
]

function rowNavigation({ choice, previous, next }: RowContext): HTMLElement {
  const link = (name: string, row: PageRow | undefined): readonly HTMLElement[] =>
    row === undefined ? [] : [element('a', { href: spellAddress({ row: row.id, choice }) }, name)]
  return element(
    'nav',
    { class: 'row-navigation', 'aria-label': 'Other rows' },
    element('a', { href: spellAddress({ row: undefined, choice }), id: 'back' }, '← All rows'),
    ...link('Previous', previous),
    ...link('Next', next),
  )
}

const texts = (row: PageRow, whose: string): HTMLElement =>
  element('div', { class: 'texts' }, text('Input', row.input, whose), text('Expected output', row.expected_output, whose))

function text(name: string, value: string, whose: string): HTMLElement {
  const what = `${name.toLowerCase()} of the ${whose}`
  return element(
    'div',
    { class: 'text' },
    element('div', { class: 'text-head' }, element(whose === 'row' ? 'h4' : 'h5', {}, name), copyButton(value, what)),
    element('pre', { tabindex: '0', role: 'region', 'aria-label': what }, visible(value)),
  )
}

/** Shows the other row of the pair: trap and twin differ by a minimal edit, so each explains the other. */
const twinView = (row: PageRow, twin: PageRow, choice: Choice): HTMLElement =>
  element(
    'div',
    { class: 'twin' },
    element(
      'h4',
      {},
      row.category === 'adversarial' ? 'Twin (answerable row): ' : 'Trap made from this row: ',
      element('a', { href: spellAddress({ row: twin.id, choice }) }, twin.id),
    ),
    texts(twin, 'twin'),
  )

const copyable = (name: string, value: string): HTMLElement =>
  element(
    'div',
    { class: 'copyable' },
    element('span', {}, name),
    element('code', { id: name.toLowerCase() }, visibleInLine(value)),
    copyButton(value, name.toLowerCase()),
  )

/** Quotes a text as one word of a POSIX shell. */
const shellQuoted = (word: string): string => `'${word.replaceAll("'", `'\\''`)}'`

const facts = (row: PageRow): readonly (readonly [string, string])[] => [
  ['split', row.split],
  ['category', row.category],
  ['topic', row.topic],
  ['difficulty', row.difficulty],
  ['adversarial_type', row.adversarial_type],
  ['edge', row.edge],
  ['measured_difficulty', String(row.measured_difficulty)],
  ['verified', String(row.verified)],
  ['verification_method', row.verification_method],
  ['verified_by', row.verified_by.join(', ')],
  ['laws', row.laws.join(', ')],
  ['group', row.group],
]
