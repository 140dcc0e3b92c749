import { type Html, html } from '../html'

/** A part of the page under a heading, which the list of contents leads to. */
export interface Section {
  readonly id: string
  readonly title: string
  readonly body: Html
}

export const renderSection = ({ id, title, body }: Section): Html =>
  html`<section id="${id}" aria-labelledby="${id}-heading"><h2 id="${id}-heading">${title}</h2>
${body}
</section>`
