import type { AnswerFigures, DifficultyFigures, FrequentOutput, LeakFigures, NearPair } from '../../model/figures'
import type { Report } from '../../model/report'
import { shortText } from '../../utils/strings/shortText'
import { shortcutLines } from './shortcutLines'
import { type ByDifficulty, DIFFICULTIES } from '../../model/vocabulary'

/** Returns the lines of the dataset figures: difficulty, baselines, leaks and surface shortcuts. */
export const figureLines = ({ difficulty, answers, leaks, shortcuts }: Report['figures']): readonly string[] => [
  '  measured difficulty, median (quartiles) of easy, medium, hard:',
  ...difficultyLines(difficulty),
  '  baselines:',
  ...baselineLines(answers),
  '  leaks between splits:',
  ...leakLines(leaks),
  ...shortcutLines(shortcuts),
]

const difficultyLines = ({ all, topics }: DifficultyFigures): readonly string[] =>
  [['all', all] as const, ...Object.entries(topics)].map(([name, measured]) => `    ${name}: ${quartilesByDifficulty(measured)}`)

/** Returns the quartiles of each difficulty, separated by commas. */
const quartilesByDifficulty = (measured: DifficultyFigures['all']): string =>
  DIFFICULTIES.map(difficulty => quartilesText(measured, difficulty)).join(', ')

function quartilesText(measured: DifficultyFigures['all'], difficulty: keyof ByDifficulty<unknown>): string {
  const { rows, lowerQuartile, median, upperQuartile } = measured[difficulty]
  return rows === 0 ? 'none' : `${median} (${lowerQuartile} to ${upperQuartile})`
}

const baselineLines = ({ constantBaseline, topicMajorityBaseline }: AnswerFigures): readonly string[] => [
  `    constant: ${frequentOutputText(constantBaseline)}`,
  `    topic majority: ${percent(topicMajorityBaseline)}`,
]

const leakLines = ({ inputs, forms, twins, heldOutForms: heldOut, nearDuplicates: near }: LeakFigures): readonly string[] => [
  `    ${inputs} inputs, ${forms} canonical forms, ${heldOut} held-out forms, ${twins} traps separated from their twin`,
  `    ${near.pairs} near-duplicates (Jaccard ${near.similarity} or more) among ${near.rows} rows${near.pairs === 0 ? '' : ', most similar:'}`,
  ...near.worst.map(nearPairLine),
]

const nearPairLine = ({ ids, similarity }: NearPair): string => `      ${similarity.toFixed(2)}  ${ids.join(' and ')}`

const frequentOutputText = ({ output, rows, share }: FrequentOutput): string =>
  rows === 0 ? 'none' : `${percent(share)} (${shortText(output)})`

const percent = (share: number): string => `${(100 * share).toFixed(1)} %`
