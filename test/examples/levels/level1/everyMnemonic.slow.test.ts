import { assertLevel, type Draft } from 'genesis-datasets'
import { level1 } from 'genesis-datasets/levels'
import { expect, it } from 'vitest'
import { instructionsOf } from '../../../../arbitraries/x86/level1/questions/program'
import type { Level1Question } from '../../../../arbitraries/x86/level1/questions/question'
import { MNEMONICS } from '../../../../arbitraries/x86/interpreter/whitelist'
import { loadIced, type X86Tool } from '../../../../arbitraries/x86/iced/iced'
import { loadNative } from '../../../../laws/x86/processor/native/nativeProcessor'

const RUNS = 20_000
/** Time limit in milliseconds; one minute on an idle machine. */
const MAX_TIME_MS = 300_000

const native = loadNative()
const skipped = native === undefined ? ' (skipped: no native processor)' : ''

/** Returns the mnemonics of a draft's code; for a trap, its twin's mnemonics. */
function mnemonicsIn(tool: X86Tool, draft: Draft<Level1Question, string>): ReadonlySet<string> {
  const { question } = draft._tag === 'Answered' ? draft : draft.twin
  return new Set(instructionsOf(tool, question)?.map(({ mnemonic }) => mnemonic))
}

it.skipIf(native === undefined)(
  `level 1 satisfies its laws in ${RUNS} draws that cover every mnemonic${skipped}`,
  { timeout: MAX_TIME_MS },
  async () => {
    const [level, tool] = await Promise.all([level1(), loadIced()])
    const known = new WeakMap<Draft<Level1Question, string>, ReadonlySet<string>>()
    const found = (draft: Draft<Level1Question, string>): ReadonlySet<string> => {
      const mnemonics = known.get(draft) ?? mnemonicsIn(tool, draft)
      known.set(draft, mnemonics)
      return mnemonics
    }
    const classify = Object.fromEntries(
      MNEMONICS.map(mnemonic => [mnemonic, (draft: Draft<Level1Question, string>) => found(draft).has(mnemonic)] as const),
    )
    const { runs, allLabels } = assertLevel(level, { seed: 42, runs: RUNS, classify })
    expect(runs).toBe(RUNS)
    expect(MNEMONICS.filter(mnemonic => (allLabels[mnemonic] ?? 0) === 0)).toEqual([])
  },
)
