import type { PageRow } from '../rows/pageRow'
import { type Address, readAddress, spellAddress } from './address'
import { type Choice, ALL_ROWS, FILTER_NAMES, filterRows, type SearchableRow, searchable } from './choice'
import { byId } from './element'
import { showList } from './listView'
import { noRow, rowView } from './rowView'

/** Shows the rows of the URL fragment, and updates the fragment when the form changes. */
export class RowBrowser {
  private readonly all: readonly SearchableRow[]
  private readonly byId: ReadonlyMap<string, PageRow>
  private readonly form = byId('filters', HTMLFormElement)
  private choice = ALL_ROWS
  private found: readonly PageRow[] = []
  /** Id of the row that is shown instead of the list; undefined if the list is shown. */
  private open: string | undefined

  constructor(rows: readonly PageRow[]) {
    this.all = rows.map(searchable)
    this.byId = new Map(rows.map(row => [row.id, row]))
  }

  start(): void {
    byId('browser', HTMLElement).hidden = false
    this.form.addEventListener('input', () => this.applyChoice({ ...this.readForm(), page: 0 }))
    this.form.addEventListener('submit', event => event.preventDefault())
    this.form.addEventListener('reset', () => this.applyChoice(ALL_ROWS))
    byId('previous', HTMLButtonElement).addEventListener('click', () => this.turnPage(-1))
    byId('next', HTMLButtonElement).addEventListener('click', () => this.turnPage(1))
    window.addEventListener('hashchange', () => this.followAddress(readAddress(location.hash)))
    this.followAddress(readAddress(location.hash) ?? { row: undefined, choice: ALL_ROWS })
    if (location.hash.startsWith('#rows')) byId('rows', HTMLElement).scrollIntoView()
  }

  private followAddress(address: Address | undefined): void {
    if (address === undefined) return
    this.fillForm(address.choice)
    this.filter(address.choice)
    if (address.row === undefined) this.leaveRow()
    else this.showRow(address.row)
  }

  private applyChoice(choice: Choice): void {
    history.replaceState(null, '', spellAddress({ row: undefined, choice }))
    this.filter(choice)
    showList(this.found, choice)
  }

  private filter(choice: Choice): void {
    this.choice = choice
    this.found = filterRows(this.all, choice)
  }

  private turnPage(by: number): void {
    this.applyChoice({ ...this.choice, page: this.choice.page + by })
    const found = byId('found', HTMLElement)
    found.focus()
    found.scrollIntoView()
  }

  private showRow(id: string): void {
    const { choice, found } = this
    const row = this.byId.get(id)
    const position = row === undefined ? -1 : found.indexOf(row)
    const [previous, next] = position === -1 ? [] : [found[position - 1], found[position + 1]]
    const twin = row && this.byId.get(row.twin)
    const article = byId('row', HTMLElement)
    article.replaceChildren(...(row === undefined ? noRow(id, choice) : rowView(row, { choice, twin, previous, next })))
    this.setOpenRow(id)
    article.focus()
    article.scrollIntoView()
  }

  private leaveRow(): void {
    const left = this.open
    this.setOpenRow(undefined)
    showList(this.found, this.choice)
    if (left === undefined) return
    // Return the focus to the row that was open.
    const link = [...document.querySelectorAll<HTMLElement>('#list a')].find(({ textContent }) => textContent === left)
    const target = link ?? byId('found', HTMLElement)
    target.focus()
    target.scrollIntoView({ block: 'center' })
  }

  private setOpenRow(open: string | undefined): void {
    this.open = open
    byId('row', HTMLElement).hidden = open === undefined
    byId('all-rows', HTMLElement).hidden = open !== undefined
  }

  private readForm(): Omit<Choice, 'page'> {
    const fields = new FormData(this.form)
    const fieldText = (name: string): string => String(fields.get(name) ?? '')
    return {
      filters: Object.fromEntries(FILTER_NAMES.flatMap(name => (fieldText(name) === '' ? [] : [[name, fieldText(name)]]))),
      text: fieldText('text'),
    }
  }

  private fillForm({ filters, text }: Choice): void {
    for (const name of FILTER_NAMES) {
      const field = this.form.elements.namedItem(name)
      if (field instanceof HTMLSelectElement) field.value = filters[name] ?? ''
    }
    byId('text', HTMLInputElement).value = text
  }
}
