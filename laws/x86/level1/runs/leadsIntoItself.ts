import type { EffectsProgram, Outcome } from './outcome'

/**
 * Whether code was not executed from each instruction to the next, or left to the middle of one: what its text tells, one
 * instruction after another, is then not what happened. Only what is repeated may be executed again, at once.
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
