import { createHash } from 'node:crypto'
import { type Html, html } from './html'

/** The parts of a page that is one file. */
export interface PageDocument {
  readonly title: string
  /** Who made it: by this a page is known as one of ours. */
  readonly generator: string
  readonly styles: string
  readonly script: string
  /** In base64: it can end no element. */
  readonly data: string
  readonly body: Html
}

/** The only sources that are allowed: this very sheet and this very script. Nothing is ever fetched. */
const policy = ({ styles, script }: PageDocument): string =>
  [
    "default-src 'none'",
    `style-src '${sourceHash(styles)}'`,
    `script-src '${sourceHash(script)}'`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ')

/** A source as a policy names it (Content Security Policy Level 3, section 2.3.1). */
export const sourceHash = (text: string): string => `sha256-${createHash('sha256').update(text).digest('base64')}`

export const renderDocument = (page: PageDocument): string => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy(page)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
${
  html`<meta name="generator" content="${page.generator}">
<title>${page.title}</title>`.text
}
<style>${page.styles}</style>
</head>
<body>
${page.body.text}
<script type="text/plain" id="packed-rows">${page.data}</script>
<script>${page.script}</script>
</body>
</html>
`
