import type { CodeDescription } from '../instructions/draft'

/** Groups codes by their mnemonic, in order of first occurrence. */
export function groupByMnemonic(codes: readonly CodeDescription[]): ReadonlyMap<string, readonly CodeDescription[]> {
  const groups = new Map<string, CodeDescription[]>()
  for (const code of codes) {
    const group = groups.get(code.mnemonic)
    if (group === undefined) groups.set(code.mnemonic, [code])
    else group.push(code)
  }
  return groups
}
