import { type Oracle, REFUSALS, type Verdict } from 'genesis-datasets'
import { loadCapstone } from '../../../../../laws/x86/capstone/capstone'
import { judgeEffects } from '../../../../../laws/x86/level1/judgeEffects'
import { loadNative } from '../../../../../laws/x86/processor/native/nativeProcessor'

const native = loadNative()

/** Suffix for the titles of tests that this machine cannot run. */
export const skipped = native === undefined ? ' (skipped: no native processor)' : ''

const silent: Oracle<string> = inputs => inputs.map(() => ({ _tag: 'CannotJudge', reason: 'no native processor' }))

/** Oracle of level 1 on the processor of this machine. */
export const oracle: Oracle<string> = native === undefined ? silent : judgeEffects(native, await loadCapstone())

/** Result of `labelOf` without a verdict. */
export const SILENT = 'not judged'

/** Converts a verdict into the text of a row: the answer or the refusal. */
export function labelOf(verdict: Verdict<string> | undefined): string {
  if (verdict?._tag === 'Answer') return verdict.canonical
  return verdict?._tag === 'Refuse' ? REFUSALS[verdict.type] : SILENT
}
