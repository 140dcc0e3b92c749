import type { DifficultyFigures, Estimate, FrequentOutput, DifficultyQuartiles } from '../../model/figures'
import type { Report } from '../../model/report'
import { shortText } from '../../utils/strings/shortText'
import { DIFFICULTIES } from '../../model/vocabulary'
import { markdownTable } from './markdownTable'

/** Returns the tables of the dataset figures: difficulty, baselines, leaks and surface shortcuts. */
export const figureTables = ({ difficulty, answers, leaks, shortcuts }: Report['figures']): readonly string[] => [
  '',
  ...markdownTable(['Measured difficulty, median (quartiles)', ...DIFFICULTIES], difficultyRows(difficulty)),
  '',
  ...markdownTable(
    ['Baseline', 'Output', 'Share'],
    [
      ['constant', shortText(answers.constantBaseline.output), percent(answers.constantBaseline.share)],
      ['topic majority', 'one per topic', percent(answers.topicMajorityBaseline)],
    ],
  ),
  '',
  ...markdownTable(
    ['Most frequent in topic', 'Answer', 'First token', 'Refusal'],
    Object.entries(answers.topics).map(([topic, { answer, firstToken, refusal }]) => [
      topic,
      ...[answer, firstToken, refusal].map(frequentOutputText),
    ]),
  ),
  '',
  ...markdownTable(
    ['Leak between splits', 'Number'],
    [
      ['inputs', leaks.inputs],
      ['canonical forms', leaks.forms],
      ['held-out forms', leaks.heldOutForms],
      ['traps separated from their twin', leaks.twins],
      [
        `near-duplicates (Jaccard ${leaks.nearDuplicates.similarity} or more) among ${leaks.nearDuplicates.rows} rows`,
        leaks.nearDuplicates.pairs,
      ],
    ],
  ),
  ...nearPairTable(leaks.nearDuplicates.worst),
  '',
  ...markdownTable(
    ['Surface shortcuts by adversarial type', 'Traps', 'Answerable rows', 'Naive Bayes (AUC)', 'Logistic regression (AUC)'],
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
    ['Surface features of refusals', 'Feature', 'Rows', 'Refusals', 'Share'],
    shortcuts.features.map(({ kind, feature, rows, refusals, refusalShare: share }) => [
      kind,
      shortText(feature),
      rows,
      refusals,
      estimateText(share),
    ]),
  ),
  ...maskedCueTable(shortcuts.maskedCues),
]

const maskedCueTable = (maskedCues: Report['figures']['shortcuts']['maskedCues']): readonly string[] =>
  maskedCues.length === 0
    ? []
    : [
        '',
        ...markdownTable(
          ['Declared cues (masked)', 'Reason', 'Traps'],
          maskedCues.map(({ type, reason, traps: rows }) => [type, reason, rows]),
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
          ['Most similar pair', 'and', 'Jaccard'],
          worst.map(({ ids, similarity }) => [...ids, similarity.toFixed(2)]),
        ),
      ]

const frequentOutputText = ({ output, rows, share }: FrequentOutput): string =>
  rows === 0 ? 'none' : `${percent(share)} (${shortText(output)})`

const percent = (share: number): string => `${(100 * share).toFixed(1)} %`
