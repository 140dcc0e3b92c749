import { element } from './element'

/** A button that copies a text as it is, whatever of it can be seen. */
export function copyButton(text: string, what: string): HTMLButtonElement {
  const button = element('button', { type: 'button', class: 'copy', 'aria-label': `Copy ${what}` }, 'Copy')
  button.addEventListener('click', async () => {
    const said = (await copyText(text)) ? 'Copied' : 'Not copied'
    button.textContent = said
    button.setAttribute('aria-label', `${said}: ${what}`)
  })
  return button
}

async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text)
    return true
  } catch {
    return copyBySelection(text)
  }
}

/** Where a browser keeps its clipboard from files (or from pages that were not served safely). */
function copyBySelection(text: string): boolean {
  const focused = document.activeElement
  const area = element('textarea', { class: 'unseen', 'aria-hidden': 'true', readonly: '' })
  area.value = text
  document.body.append(area)
  area.select()
  const isCopied = document.execCommand('copy')
  area.remove()
  if (focused instanceof HTMLElement) focused.focus()
  return isCopied
}
