import type { AnswerFigures, DifficultyFigures, Guess, LeakFigures, NearPair } from '../../model/figures'
import type { Report } from '../../model/report'
import { shortText } from '../../utils/strings/shortText'
import { shortcutLines } from './shortcutLines'
import { type ByDifficulty, DIFFICULTIES } from '../../model/vocabulary'

/** The figures of the whole as a report shows them: how difficult, how far one comes without reading, what leaks. */
export const figureLines = ({ difficulty, answers, leaks, shortcuts }: Report['figures']): readonly string[] => [
  '  measured difficulty: median of easy, medium, hard (quartiles)',
  ...difficultyLines(difficulty),
  '  floor: what a model must beat',
  ...floorLines(answers),
  '  on two sides of the split:',
  ...leakLines(leaks),
  ...shortcutLines(shortcuts),
]

const difficultyLines = ({ all, topics }: DifficultyFigures): readonly string[] =>
  [['all', all] as const, ...Object.entries(topics)].map(([name, measured]) => `    ${name}: ${mediansText(measured)}`)

/** What is measured of each difficulty, in a few words. */
const mediansText = (measured: DifficultyFigures['all']): string =>
  DIFFICULTIES.map(difficulty => medianText(measured, difficulty)).join(', ')

function medianText(measured: DifficultyFigures['all'], difficulty: keyof ByDifficulty<unknown>): string {
  const { rows, lowerQuartile, median, upperQuartile } = measured[difficulty]
  return rows === 0 ? 'none' : `${median} (${lowerQuartile} to ${upperQuartile})`
}

const floorLines = ({ constant, majorityByTopic }: AnswerFigures): readonly string[] => [
  `    one output for all: ${guessText(constant)}`,
  `    the best output of each topic: ${percent(majorityByTopic)}`,
]

const leakLines = ({ inputs, forms, twins, heldOut, near }: LeakFigures): readonly string[] => [
  `    ${inputs} inputs, ${forms} canonical forms, ${heldOut} held-out forms, ${twins} traps without their twin`,
  `    ${near.pairs} near-duplicates (Jaccard ${near.similarity} or more) among ${near.rows} rows${near.pairs === 0 ? '' : ', the nearest:'}`,
  ...near.worst.map(worstLine),
]

const worstLine = ({ ids, similarity }: NearPair): string => `      ${similarity.toFixed(2)}  ${ids.join(' and ')}`

const guessText = ({ output, rows, share }: Guess): string => (rows === 0 ? 'none' : `${percent(share)} (${shortText(output)})`)

const percent = (share: number): string => `${(100 * share).toFixed(1)} %`
