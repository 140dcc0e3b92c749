import { byId } from './element'
import { loadRows } from './loadRows'
import { RowBrowser } from './rowBrowser'

/** The script of the page; the charts and tables above the rows do without. */
async function start(): Promise<void> {
  try {
    new RowBrowser(await loadRows(byId('packed-rows', HTMLScriptElement).text)).start()
  } catch (thrown) {
    byId('cannot', HTMLElement).textContent = `The rows cannot be shown: ${thrown instanceof Error ? thrown.message : String(thrown)}.`
  }
}

void start()
