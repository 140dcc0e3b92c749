import type { AnswerFigures, FrequentOutput, TopicAnswers } from '../../../model/figures'
import type { MaxShares } from '../../../model/levelSpec'
import type { DatasetCheck } from '../../../model/report'
import { shortText } from '../../../utils/strings/shortText'
import { wilson } from '../../../utils/statistics/wilson'

/** The greatest shares that hold unless a level or a topic says otherwise. */
export const DEFAULT_MAX_SHARES: Required<MaxShares> = { answer: 0.25, firstToken: 1, refusal: 0.25 }

/** Of a topic with fewer rows a share says nothing. */
export const MIN_ROWS = 100
/** In standard deviations: of many rows, a true share just as great as it may be is taken for greater once in 10⁹ datasets. */
const Z = 6

/** What a level and its topics say of the spread of their answers. */
export interface ShareLimits {
  readonly maxShares?: MaxShares
  readonly topics: Readonly<Record<string, { readonly maxShares?: MaxShares }>>
}

/** How a kind of output is named, and whose part its share is. */
const KINDS = [
  { kind: 'answer', of: 'answers' },
  { kind: 'firstToken', of: 'first tokens' },
  { kind: 'refusal', of: 'rows' },
] as const

/** An output that takes a part of a topic. */
interface OutputShare extends FrequentOutput {
  readonly topic: string
  readonly of: (typeof KINDS)[number]['of']
  readonly allowed: number
}

/** No answer, first token or refusal takes more of a topic than is declared, beyond what chance explains. */
export function answersSpread(figures: AnswerFigures, spec: ShareLimits): DatasetCheck {
  const large = Object.entries(figures.topics).filter(([, { rows }]) => rows >= MIN_ROWS)
  const taken = large.flatMap(([topic, answers]) => sharesIn(topic, answers, spec))
  const excessive = taken.filter(isExcessive)
  return {
    name: 'answers.spread',
    outcome: excessive.length > 0 ? 'violated' : large.length > 0 ? 'holds' : 'notApplicable',
    figures: `${large.length === 0 ? `no topic has ${MIN_ROWS} rows` : sharesText(taken, excessive)}; ${baselineText(figures)}`,
  }
}

function sharesIn(topic: string, answers: TopicAnswers, { maxShares, topics }: ShareLimits): readonly OutputShare[] {
  const own = Object.hasOwn(topics, topic) ? topics[topic]?.maxShares : undefined
  return KINDS.map(({ kind, of }) => {
    const allowed = own?.[kind] ?? maxShares?.[kind] ?? DEFAULT_MAX_SHARES[kind]
    return { ...answers[kind], topic, of, allowed }
  })
}

/** Decided by the lower end of the share's Wilson interval, so that a level is not rejected for what one draw more would mend. */
const isExcessive = ({ rows, share, allowed }: OutputShare): boolean => share > allowed && wilson(rows, Math.round(rows / share), Z).low > allowed

const sharesText = (taken: readonly OutputShare[], excessive: readonly OutputShare[]): string =>
  excessive.length > 0
    ? excessive.map(one => `${shareText(one)}, ${percent(one.allowed)} allowed`).join('; ')
    : `at most ${KINDS.map(({ of }) => greatestText(taken.filter(one => one.of === of))).join(', ')}`

const greatestText = (taken: readonly OutputShare[]): string => shareText(taken.reduce((most, one) => (one.share > most.share ? one : most)))

const shareText = ({ output, topic, share, of }: OutputShare): string => `${percent(share)} of the ${of} of ${topic} (${shortText(output)})`

const baselineText = ({ constantBaseline, topicMajorityBaseline }: AnswerFigures): string =>
  `floor: ${percent(constantBaseline.share)} by the best constant (${shortText(constantBaseline.output)}), ${percent(topicMajorityBaseline)} by the best of each topic`

const percent = (share: number): string => `${(100 * share).toFixed(1)} %`
