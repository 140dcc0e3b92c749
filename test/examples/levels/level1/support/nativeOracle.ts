import { type Oracle, REFUSALS, type Verdict } from 'genesis-datasets'
import { loadCapstone } from '../../../../../laws/x86/capstone/capstone'
import { judgeEffects } from '../../../../../laws/x86/level1/judgeEffects'
import { loadNative } from '../../../../../laws/x86/processor/native/nativeProcessor'

const native = loadNative()

/** Stands behind the titles of tests that this machine cannot run. */
export const skipped = native === undefined ? ' (skipped: no native processor)' : ''

const silent: Oracle<string> = inputs => inputs.map(() => ({ _tag: 'CannotJudge', reason: 'no native processor' }))

/** The oracle of level 1 on the processor of this machine. */
export const oracle: Oracle<string> = native === undefined ? silent : judgeEffects(native, await loadCapstone())

/** What `labelOf` makes of silence. */
export const SILENT = 'not judged'

/** A verdict as a row would have it: the answer, or the words of a refusal. */
export function labelOf(verdict: Verdict<string> | undefined): string {
  if (verdict?._tag === 'Answer') return verdict.canonical
  return verdict?._tag === 'Refuse' ? REFUSALS[verdict.type] : SILENT
}
