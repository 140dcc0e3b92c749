import type { DatasetCheck } from '../../../model/report'
import { type Html, html } from '../html'

const WORDS: Readonly<Record<DatasetCheck['outcome'], readonly [mark: string, words: string]>> = {
  holds: ['✓', 'holds'],
  violated: ['✗', 'violated'],
  notApplicable: ['–', 'not applicable'],
}

/** An outcome as a mark with its word: colour alone tells nothing. */
export const outcomeMark = (outcome: DatasetCheck['outcome']): Html => {
  const [mark, words] = WORDS[outcome]
  return html`<span class="outcome ${outcome}"><span aria-hidden="true">${mark}</span> ${words}</span>`
}
