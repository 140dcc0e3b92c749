type Child = Node | string

/** Makes an element. Text children become text nodes, so the texts of rows are never parsed as markup. */
export function element<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Readonly<Record<string, string>>,
  ...children: readonly Child[]
): HTMLElementTagNameMap[Tag] {
  const made = document.createElement(tag)
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value)
  made.append(...children)
  return made
}

/**
 * Returns an element that every page has.
 *
 * @throws if there is no such element of that type
 */
export function byId<Made extends HTMLElement>(id: string, type: new () => Made): Made {
  const found = document.getElementById(id)
  if (found instanceof type) return found
  throw new Error(`the page has no ${id}`)
}
