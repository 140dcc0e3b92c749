import type { EffectsProgram, Outcome } from './outcome'

/**
 * Returns true if the code was not executed in the order of its text, or was left to an address within itself. The sequence of
 * instructions in the text then differs from the executed one. Only a repeated instruction may be executed several times in a row.
 */
export function leadsIntoItself({ ip, bytes, parts }: EffectsProgram, { executed, ending }: Outcome): boolean {
  let former = -1
  for (const { index } of executed) {
    const isAgain = index === former && parts[index]?.text.startsWith('rep') === true
    if (!isAgain && index !== former + 1) return true
    former = index
  }
  return ending._tag === 'Left' && ending.to > BigInt(ip) && ending.to < BigInt(ip + bytes.length)
}
