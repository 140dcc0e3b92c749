import type { DifficultyFigures, Estimate, FrequentOutput, DifficultyQuartiles } from '../../model/figures'
import type { Report } from '../../model/report'
import { shortText } from '../../utils/strings/shortText'
import { DIFFICULTIES } from '../../model/vocabulary'
import { markdownTable } from './markdownTable'

/** The figures of the whole as tables of the card: how difficult it is, the floor that a model must beat, what leaks. */
export const figureTables = ({ difficulty, answers, leaks, shortcuts }: Report['figures']): readonly string[] => [
  '',
  ...markdownTable(['Measured difficulty, median (quartiles)', ...DIFFICULTIES], difficultyRows(difficulty)),
  '',
  ...markdownTable(
    ['Right without reading', 'Output', 'Share'],
    [
      ['one output for all', shortText(answers.constantBaseline.output), percent(answers.constantBaseline.share)],
      ['the best output of each topic', 'one for each', percent(answers.topicMajorityBaseline)],
    ],
  ),
  '',
  ...markdownTable(
    ['Most frequent in a topic', 'Answer', 'First token', 'Refusal'],
    Object.entries(answers.topics).map(([topic, { answer, firstToken, refusal }]) => [
      topic,
      ...[answer, firstToken, refusal].map(frequentOutputText),
    ]),
  ),
  '',
  ...markdownTable(
    ['On two sides of the split', 'Number'],
    [
      ['inputs', leaks.inputs],
      ['canonical forms', leaks.forms],
      ['held-out forms', leaks.heldOut],
      ['traps without their twin', leaks.twins],
      [`near-duplicates (Jaccard ${leaks.nearDuplicates.similarity} or more) among ${leaks.nearDuplicates.rows} rows`, leaks.nearDuplicates.pairs],
    ],
  ),
  ...nearPairTable(leaks.nearDuplicates.worst),
  '',
  ...markdownTable(
    ['Traps told by their looks', 'Traps', 'Answerable rows', 'Naive Bayes (AUC)', 'Logistic regression (AUC)'],
    Object.entries(shortcuts.types).map(([type, { traps, controls, naiveBayes, logisticRegression }]) => [
      type,
      traps,
      controls,
      estimateText(naiveBayes),
      estimateText(logisticRegression),
    ]),
  ),
  '',
  ...markdownTable(
    ['What most often stands on refusals', 'Feature', 'Rows', 'Refusals', 'Share'],
    shortcuts.features.map(({ kind, feature, rows, refusals, share }) => [kind, shortText(feature), rows, refusals, estimateText(share)]),
  ),
  ...maskedCueTable(shortcuts.maskedCues),
]

const maskedCueTable = (apart: Report['figures']['shortcuts']['maskedCues']): readonly string[] =>
  apart.length === 0
    ? []
    : [
        '',
        ...markdownTable(
          ['Honestly told apart, and covered up', 'Reason', 'Traps'],
          apart.map(({ type, reason, rows }) => [type, reason, rows]),
        ),
      ]

const estimateText = ({ value, low, high }: Estimate): string => `${value.toFixed(2)} (${low.toFixed(2)} to ${high.toFixed(2)})`

const difficultyRows = ({ all, topics }: DifficultyFigures): readonly (readonly string[])[] =>
  [['all', all] as const, ...Object.entries(topics)].map(([name, measured]) => [
    name,
    ...DIFFICULTIES.map(difficulty => measuredText(measured[difficulty])),
  ])

const measuredText = ({ rows, lowerQuartile, median, upperQuartile }: DifficultyQuartiles): string =>
  rows === 0 ? 'none' : `${median} (${lowerQuartile} to ${upperQuartile})`

const nearPairTable = (worst: Report['figures']['leaks']['nearDuplicates']['worst']): readonly string[] =>
  worst.length === 0
    ? []
    : [
        '',
        ...markdownTable(
          ['Nearest pair', 'and', 'Jaccard'],
          worst.map(({ ids, similarity }) => [...ids, similarity.toFixed(2)]),
        ),
      ]

const frequentOutputText = ({ output, rows, share }: FrequentOutput): string => (rows === 0 ? 'none' : `${percent(share)} (${shortText(output)})`)

const percent = (share: number): string => `${(100 * share).toFixed(1)} %`
