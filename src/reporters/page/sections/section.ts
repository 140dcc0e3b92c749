import { type Html, html } from '../html'

/** A section of the page with a heading; the table of contents links to its id. */
export interface Section {
  readonly id: string
  readonly title: string
  readonly body: Html
}

/** Returns a section as markup. */
export const renderSection = ({ id, title, body }: Section): Html =>
  html`<section id="${id}" aria-labelledby="${id}-heading"><h2 id="${id}-heading">${title}</h2>
${body}
</section>`
