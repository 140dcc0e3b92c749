import type { DifficultyFigures, Estimate, Guess, Measured } from '../../model/figures'
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
      ['one output for all', shortText(answers.constant.output), percent(answers.constant.share)],
      ['the best output of each topic', 'one for each', percent(answers.majorityByTopic)],
    ],
  ),
  '',
  ...markdownTable(
    ['Most frequent in a topic', 'Answer', 'First token', 'Refusal'],
    Object.entries(answers.topics).map(([topic, { answer, firstToken, refusal }]) => [
      topic,
      ...[answer, firstToken, refusal].map(guessText),
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
      [`near-duplicates (Jaccard ${leaks.near.similarity} or more) among ${leaks.near.rows} rows`, leaks.near.pairs],
    ],
  ),
  ...nearestTable(leaks.near.worst),
  '',
  ...markdownTable(
    ['Traps told by their looks', 'Traps', 'Answerable rows', 'Naive Bayes (AUC)', 'Logistic regression (AUC)'],
    Object.entries(shortcuts.types).map(([type, { traps, controls, naiveBayes, logisticRegression }]) => [
      type,
      traps,
      controls,
      areaText(naiveBayes),
      areaText(logisticRegression),
    ]),
  ),
  '',
  ...markdownTable(
    ['What most often stands on refusals', 'Feature', 'Rows', 'Refusals', 'Share'],
    shortcuts.features.map(({ kind, feature, rows, refusals, share }) => [kind, shortText(feature), rows, refusals, areaText(share)]),
  ),
  ...apartTable(shortcuts.apart),
]

const apartTable = (apart: Report['figures']['shortcuts']['apart']): readonly string[] =>
  apart.length === 0
    ? []
    : [
        '',
        ...markdownTable(
          ['Honestly told apart, and covered up', 'Reason', 'Traps'],
          apart.map(({ type, reason, rows }) => [type, reason, rows]),
        ),
      ]

const areaText = ({ value, low, high }: Estimate): string => `${value.toFixed(2)} (${low.toFixed(2)} to ${high.toFixed(2)})`

const difficultyRows = ({ all, topics }: DifficultyFigures): readonly (readonly string[])[] =>
  [['all', all] as const, ...Object.entries(topics)].map(([name, measured]) => [
    name,
    ...DIFFICULTIES.map(difficulty => measuredText(measured[difficulty])),
  ])

const measuredText = ({ rows, lowerQuartile, median, upperQuartile }: Measured): string =>
  rows === 0 ? 'none' : `${median} (${lowerQuartile} to ${upperQuartile})`

const nearestTable = (worst: Report['figures']['leaks']['near']['worst']): readonly string[] =>
  worst.length === 0
    ? []
    : [
        '',
        ...markdownTable(
          ['Nearest pair', 'and', 'Jaccard'],
          worst.map(({ ids, similarity }) => [...ids, similarity.toFixed(2)]),
        ),
      ]

const guessText = ({ output, rows, share }: Guess): string => (rows === 0 ? 'none' : `${percent(share)} (${shortText(output)})`)

const percent = (share: number): string => `${(100 * share).toFixed(1)} %`
