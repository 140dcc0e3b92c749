import { assertLevel, type Draft } from 'genesis-datasets'
import { level1 } from 'genesis-datasets/levels'
import { expect, it } from 'vitest'
import { instructionsOf } from '../../../../arbitraries/x86/level1/questions/program'
import type { Question } from '../../../../arbitraries/x86/level1/questions/question'
import { MNEMONICS } from '../../../../arbitraries/x86/interpreter/whitelist'
import { loadIced, type X86Tool } from '../../../../arbitraries/x86/iced/iced'
import { loadNative } from '../../../../laws/x86/processor/native/nativeProcessor'

const RUNS = 20_000
/** One minute where nothing else runs. */
const MOST_TIME = 300_000

const native = loadNative()
const skipped = native === undefined ? ' (skipped: no native processor)' : ''

/** The mnemonics of a draft's code; of a trap, those of its twin. */
function mnemonicsIn(tool: X86Tool, draft: Draft<Question, string>): ReadonlySet<string> {
  const { question } = draft._tag === 'Answered' ? draft : draft.twin
  return new Set(instructionsOf(tool, question)?.map(({ mnemonic }) => mnemonic))
}

it.skipIf(native === undefined)(
  `level 1 keeps its laws in ${RUNS} draws, and these have every mnemonic${skipped}`,
  { timeout: MOST_TIME },
  async () => {
    const [level, tool] = await Promise.all([level1(), loadIced()])
    const known = new WeakMap<Draft<Question, string>, ReadonlySet<string>>()
    const found = (draft: Draft<Question, string>): ReadonlySet<string> => {
      const mnemonics = known.get(draft) ?? mnemonicsIn(tool, draft)
      known.set(draft, mnemonics)
      return mnemonics
    }
    const classify = Object.fromEntries(
      MNEMONICS.map(mnemonic => [mnemonic, (draft: Draft<Question, string>) => found(draft).has(mnemonic)] as const),
    )
    const { runs, labelsOfAll } = assertLevel(level, { seed: 42, runs: RUNS, classify })
    expect(runs).toBe(RUNS)
    expect(MNEMONICS.filter(mnemonic => (labelsOfAll[mnemonic] ?? 0) === 0)).toEqual([])
  },
)
