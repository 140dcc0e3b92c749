import type { Dataset, LevelSpec, Verdict } from 'genesis-datasets'
import { REFUSALS } from 'genesis-datasets'
import { baseConversion } from '../../../../../examples/levels/reasoning/baseConversion'
import { chainSum } from '../../../../../examples/levels/reasoning/chainSum'
import { knightsKnaves } from '../../../../../examples/levels/reasoning/knightsKnaves'
import { miniSudoku } from '../../../../../examples/levels/reasoning/miniSudoku'
import { propositionalLogic } from '../../../../../examples/levels/reasoning/propositionalLogic'
import { buildOrFail } from '../../../../support/buildOrFail'

/** A level with erased types. */
export type Level = LevelSpec<unknown, unknown>

const ALL = { baseConversion, chainSum, knightsKnaves, miniSudoku, propositionalLogic }
/** Reasoning levels with their names. */
export const LEVELS = Object.entries(ALL) as unknown as readonly (readonly [string, Level])[]

const datasets = new Map<string, Dataset>()

/** Returns 2,000 rows of a level, built once for all tests of a worker. */
export function dataset(level: Level): Dataset {
  const known = datasets.get(level.name) ?? buildOrFail(level, 42, { count: 2_000 })
  datasets.set(level.name, known)
  return known
}

/** Returns the answerable rows of a level with their answers. */
export const answeredRows = (level: unknown): readonly (readonly [input: string, output: string])[] =>
  dataset(level as Level)
    .samples.filter(({ category }) => category !== 'adversarial')
    .map(({ input, expected_output }) => [input, expected_output])

/** Converts a verdict into the text of a row. */
export function labelOf(level: Level, verdict: Verdict<unknown> | undefined): string {
  if (verdict?._tag === 'Answer') return level.answer.print(verdict.canonical)
  return verdict?._tag === 'Refuse' ? REFUSALS[verdict.type] : `not judged: ${verdict?.reason}`
}

/** Returns the oracle's verdict on a text, as the text of a row. */
export const judgeText = (level: unknown, input: string): string => labelOf(level as Level, (level as Level).oracle([input])[0])
