import type { AnswerFigures, FrequentOutput, TopicAnswers } from '../../../model/figures'
import type { MaxShares } from '../../../model/levelSpec'
import type { DatasetCheck } from '../../../model/report'
import { shortText } from '../../../utils/strings/shortText'
import { wilson } from '../../../utils/statistics/wilson'

/** Maximum shares for levels and topics that declare none. */
export const DEFAULT_MAX_SHARES: Required<MaxShares> = { answer: 0.25, firstToken: 1, refusal: 0.25 }

/** Minimum number of rows of a topic whose shares are checked. Shares of fewer rows are not significant. */
export const MIN_ROWS = 100
/** Confidence in standard deviations. A true share equal to the limit is rejected once in 10⁹ datasets of many rows. */
const Z = 6

/** Maximum shares that a level and its topics declare. */
export interface ShareLimits {
  readonly maxShares?: MaxShares
  readonly topics: Readonly<Record<string, { readonly maxShares?: MaxShares }>>
}

/** Kinds of output, with the rows in which each has its share. */
const KINDS = [
  { kind: 'answer', of: 'answers' },
  { kind: 'firstToken', of: 'first tokens' },
  { kind: 'refusal', of: 'rows' },
] as const

/** Share of the most frequent output of a topic. */
interface OutputShare extends FrequentOutput {
  readonly topic: string
  readonly of: (typeof KINDS)[number]['of']
  readonly allowed: number
}

/** Checks `answers.spread`: no answer, first token or refusal has a significantly larger share of a topic than its maximum. */
export function answersSpread(figures: AnswerFigures, spec: ShareLimits): DatasetCheck {
  const large = Object.entries(figures.topics).filter(([, { rows }]) => rows >= MIN_ROWS)
  const shares = large.flatMap(([topic, answers]) => sharesIn(topic, answers, spec))
  const excessive = shares.filter(isExcessive)
  return {
    name: 'answers.spread',
    outcome: excessive.length > 0 ? 'violated' : large.length > 0 ? 'holds' : 'notApplicable',
    figures: `${large.length === 0 ? `no topic has ${MIN_ROWS} rows` : sharesText(shares, excessive)}; ${baselineText(figures)}`,
  }
}

function sharesIn(topic: string, answers: TopicAnswers, { maxShares, topics }: ShareLimits): readonly OutputShare[] {
  const own = Object.hasOwn(topics, topic) ? topics[topic]?.maxShares : undefined
  return KINDS.map(({ kind, of }) => {
    const allowed = own?.[kind] ?? maxShares?.[kind] ?? DEFAULT_MAX_SHARES[kind]
    return { ...answers[kind], topic, of, allowed }
  })
}

/** True if the lower bound of the share's Wilson interval exceeds the maximum, so that chance alone rejects no level. */
const isExcessive = ({ rows, share, allowed }: OutputShare): boolean =>
  share > allowed && wilson(rows, Math.round(rows / share), Z).low > allowed

const sharesText = (shares: readonly OutputShare[], excessive: readonly OutputShare[]): string =>
  excessive.length > 0
    ? excessive.map(one => `${shareText(one)}, ${percent(one.allowed)} allowed`).join('; ')
    : `at most ${KINDS.map(({ of }) => largestText(shares.filter(one => one.of === of))).join(', ')}`

const largestText = (shares: readonly OutputShare[]): string =>
  shareText(shares.reduce((most, one) => (one.share > most.share ? one : most)))

const shareText = ({ output, topic, share, of }: OutputShare): string => `${percent(share)} of the ${of} of ${topic} (${shortText(output)})`

const baselineText = ({ constantBaseline, topicMajorityBaseline }: AnswerFigures): string =>
  `constant baseline ${percent(constantBaseline.share)} (${shortText(constantBaseline.output)}), topic majority baseline ${percent(topicMajorityBaseline)}`

const percent = (share: number): string => `${(100 * share).toFixed(1)} %`
