interface FrontMatter {
  readonly [key: string]: unknown
}

/** Splits a card into the lines between the first two lines of three dashes, and the rest. */
export function parts(card: string): { readonly yaml: readonly string[]; readonly body: string } {
  const [opening, ...lines] = card.split('\n')
  const end = lines.indexOf('---')
  if (opening !== '---' || end === -1) throw new Error('no front matter')
  return { yaml: lines.slice(0, end), body: lines.slice(end + 1).join('\n') }
}

const scalar = (text: string): string => {
  if (text.startsWith('"')) return JSON.parse(text)
  // An unquoted text must be a word that no YAML reader takes for another type.
  if (!/^[a-z][a-z-]*$/.test(text) || /^(?:null|true|false|yes|no|on|off|y|n)$/.test(text)) throw new Error(`needs quotes: ${text}`)
  return text
}

/** Parses the subset of YAML that a card uses: keys with a scalar, a list of scalars, or the configurations. */
export function parseFrontMatter(card: string): FrontMatter {
  const result: Record<string, unknown> = {}
  let list: unknown[] = []
  for (const line of parts(card).yaml) {
    const [, indent = '', dash, key, value] = /^( *)(- )?(?:([a-z_]+):)?(?: ?(.+))?$/.exec(line) ?? []
    const configuration = list.at(-1) as { data_files: { path?: string }[] }
    if (indent === '' && dash === undefined && key !== undefined) {
      list = []
      result[key] = value === undefined ? list : scalar(value)
    } else if (indent === '' && key === undefined) list.push(scalar(value ?? ''))
    else if (indent === '' && key === 'config_name') list.push({ config_name: scalar(value ?? ''), data_files: [] })
    else if (indent === '  ' && key === 'split') configuration.data_files.push({ split: scalar(value ?? '') } as never)
    else if (indent === '    ' && key === 'path') Object.assign(configuration.data_files.at(-1) ?? {}, { path: scalar(value ?? '') })
    else if (line !== '  data_files:') throw new Error(`no such line in a card: ${line}`)
  }
  return result
}
