import { createHash } from 'node:crypto'
import { type Html, html } from './html'

/** Parts of a page that is a single file. */
export interface PageDocument {
  readonly title: string
  /** Package and version that made the page, by which pages of this package are recognised. */
  readonly generator: string
  readonly styles: string
  readonly script: string
  /** Packed rows in base64, which cannot close an element. */
  readonly data: string
  readonly body: Html
}

/** Returns the content security policy: only this style sheet and this script, identified by hash, and no requests. */
const policy = ({ styles, script }: PageDocument): string =>
  [
    "default-src 'none'",
    `style-src '${sourceHash(styles)}'`,
    `script-src '${sourceHash(script)}'`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ')

/** Returns the hash of a source as a policy states it (Content Security Policy Level 3, section 2.3.1). */
export const sourceHash = (text: string): string => `sha256-${createHash('sha256').update(text).digest('base64')}`

/** Returns the whole HTML file. */
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
