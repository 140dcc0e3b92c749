import type { PageRow } from '../rows/pageRow'
import { visible, visibleInLine } from '../visible'
import { spellAddress } from './address'
import type { Choice } from './choice'
import { copyButton } from './copying'
import { element } from './element'
import { tags } from './tags'

/** What stands around a row among those that were found. */
export interface RowContext {
  readonly choice: Choice
  readonly twin: PageRow | undefined
  readonly previous: PageRow | undefined
  readonly next: PageRow | undefined
}

/** All that a row says. */
export const rowView = (row: PageRow, around: RowContext): readonly HTMLElement[] => [
  rowNavigation(around),
  element('h3', { id: 'row-heading' }, row.id),
  tags(row),
  texts(row, 'row'),
  ...(around.twin === undefined ? [] : [twinView(row, around.twin, around.choice)]),
  element('h4', {}, 'Draw it again'),
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

/** What a row of an unknown id says. */
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
    { class: 'ways', 'aria-label': 'Other rows' },
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

/** A trap and its twin differ by a minimal edit: seen beside each other, they explain each other. */
const twinView = (row: PageRow, twin: PageRow, choice: Choice): HTMLElement =>
  element(
    'div',
    { class: 'twin' },
    element(
      'h4',
      {},
      row.category === 'adversarial' ? 'The answerable row it was made from: ' : 'The trap that was made from it: ',
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

/** One word for a shell, whatever is in it. */
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
