import { pathToFileURL } from 'node:url'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'

/** A page in a browser, with all faults on it and all requests from it. */
export interface OpenPage {
  readonly page: Page
  /** Console messages, exceptions, dialogs, and requests for anything but the page. */
  readonly faults: readonly string[]
}

/** Opens a file from the disk, like a reader. */
export async function openPage(browser: Browser, path: string, hash = '', options: BrowserContextOptions = {}): Promise<OpenPage> {
  const context = await browser.newContext(options)
  const page = await context.newPage()
  const faults: string[] = []
  const address = pathToFileURL(path).href
  page.on('console', message => faults.push(`${message.type()}: ${message.text()}`))
  page.on('pageerror', error => faults.push(`thrown: ${error.message}`))
  page.on('dialog', dialog => {
    faults.push(`dialog: ${dialog.message()}`)
    void dialog.dismiss()
  })
  page.on('request', request => {
    if (request.url().split('#')[0] !== address) faults.push(`request: ${request.url()}`)
  })
  await page.goto(`${address}${hash}`)
  return { page, faults }
}
