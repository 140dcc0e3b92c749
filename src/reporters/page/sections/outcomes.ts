import type { DatasetCheck } from '../../../model/report'
import { type Html, html } from '../html'

const WORDS: Readonly<Record<DatasetCheck['outcome'], readonly [mark: string, words: string]>> = {
  holds: ['✓', 'holds'],
  violated: ['✗', 'violated'],
  notApplicable: ['–', 'not applicable'],
}

/** Returns an outcome as a symbol with its word, because colour alone is not accessible. */
export const outcomeMark = (outcome: DatasetCheck['outcome']): Html => {
  const [mark, words] = WORDS[outcome]
  return html`<span class="outcome ${outcome}"><span aria-hidden="true">${mark}</span> ${words}</span>`
}
