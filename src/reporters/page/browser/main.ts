import { byId } from './element'
import { loadRows } from './loadRows'
import { RowBrowser } from './rowBrowser'

/** Starts the row browser. The charts and tables above the rows need no script. */
async function start(): Promise<void> {
  try {
    new RowBrowser(await loadRows(byId('packed-rows', HTMLScriptElement).text)).start()
  } catch (thrown) {
    byId('cannot', HTMLElement).textContent = `The rows cannot be shown: ${thrown instanceof Error ? thrown.message : String(thrown)}.`
  }
}

void start()
