import { element } from './element'

/** Makes a button that copies the original text, including invisible characters; `name` is its label for screen readers. */
export function copyButton(text: string, name: string): HTMLButtonElement {
  const button = element('button', { type: 'button', class: 'copy', 'aria-label': `Copy ${name}` }, 'Copy')
  button.addEventListener('click', async () => {
    const message = (await copyText(text)) ? 'Copied' : 'Not copied'
    button.textContent = message
    button.setAttribute('aria-label', `${message}: ${name}`)
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

/** Copies through a selection, for browsers that deny the clipboard API to files and insecure pages. */
function copyBySelection(text: string): boolean {
  const focused = document.activeElement
  const area = element('textarea', { class: 'visually-hidden', 'aria-hidden': 'true', readonly: '' })
  area.value = text
  document.body.append(area)
  area.select()
  const isCopied = document.execCommand('copy')
  area.remove()
  if (focused instanceof HTMLElement) focused.focus()
  return isCopied
}
