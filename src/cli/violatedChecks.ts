import type { Report } from '../model/report'
import { EXIT } from './exitCode'

/** Returns the last line of a command whose dataset violates checks, with their names and the exit status; undefined if all hold. */
export function violatedChecks({ checks }: Report): string | undefined {
  const names = checks.filter(({ outcome }) => outcome === 'violated').map(({ name }) => name)
  if (names.length === 0) return undefined
  return `${names.length} ${names.length === 1 ? 'check' : 'checks'} violated: ${names.join(', ')} (exit ${EXIT.checkFailed})`
}
