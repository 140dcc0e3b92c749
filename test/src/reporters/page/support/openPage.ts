import { pathToFileURL } from 'node:url'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'

/** A page in a browser, and everything that went wrong on it or left it. */
export interface OpenPage {
  readonly page: Page
  /** Messages on the console, exceptions, dialogs, and requests for anything but the page. */
  readonly faults: readonly string[]
}

/** Opens a file as a reader would, from the disk. */
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
