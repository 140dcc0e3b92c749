import type { AnswerFigures, Guess, TopicAnswers } from '../../../model/figures'
import type { Spread } from '../../../model/levelSpec'
import type { QualityCheck } from '../../../model/report'
import { shortText } from '../../../utils/strings/shortText'
import { wilson } from '../../../utils/statistics/wilson'

/** The greatest shares that hold unless a level or a topic says otherwise. */
export const DEFAULT_SPREAD: Required<Spread> = { answer: 0.25, firstToken: 1, refusal: 0.25 }

/** Of a topic with fewer rows a share says nothing. */
export const FEWEST_ROWS = 100
/** In standard deviations: of many rows, a true share just as great as it may be is taken for greater once in 10⁹ datasets. */
const Z = 6

/** What a level and its topics say of the spread of their answers. */
export interface Spreads {
  readonly spread?: Spread
  readonly topics: Readonly<Record<string, { readonly spread?: Spread }>>
}

/** How a kind of output is named, and whose part its share is. */
const KINDS = [
  { kind: 'answer', of: 'answers' },
  { kind: 'firstToken', of: 'first tokens' },
  { kind: 'refusal', of: 'rows' },
] as const

/** An output that takes a part of a topic. */
interface Taken extends Guess {
  readonly topic: string
  readonly of: (typeof KINDS)[number]['of']
  readonly allowed: number
}

/** No answer, first token or refusal takes more of a topic than is declared, beyond what chance explains. */
export function answersSpread(figures: AnswerFigures, spec: Spreads): QualityCheck {
  const large = Object.entries(figures.topics).filter(([, { rows }]) => rows >= FEWEST_ROWS)
  const taken = large.flatMap(([topic, answers]) => takenIn(topic, answers, spec))
  const excessive = taken.filter(isExcessive)
  return {
    name: 'answers.spread',
    outcome: excessive.length > 0 ? 'violated' : large.length > 0 ? 'holds' : 'notApplicable',
    figures: `${large.length === 0 ? `no topic has ${FEWEST_ROWS} rows` : sharesText(taken, excessive)}; ${floorText(figures)}`,
  }
}

function takenIn(topic: string, answers: TopicAnswers, { spread, topics }: Spreads): readonly Taken[] {
  const own = Object.hasOwn(topics, topic) ? topics[topic]?.spread : undefined
  return KINDS.map(({ kind, of }) => {
    const allowed = own?.[kind] ?? spread?.[kind] ?? DEFAULT_SPREAD[kind]
    return { ...answers[kind], topic, of, allowed }
  })
}

/** Decided by the lower end of the share's Wilson interval, so that a level is not rejected for what one draw more would mend. */
const isExcessive = ({ rows, share, allowed }: Taken): boolean => share > allowed && wilson(rows, Math.round(rows / share), Z).low > allowed

const sharesText = (taken: readonly Taken[], excessive: readonly Taken[]): string =>
  excessive.length > 0
    ? excessive.map(one => `${takenText(one)}, ${percent(one.allowed)} allowed`).join('; ')
    : `at most ${KINDS.map(({ of }) => greatestText(taken.filter(one => one.of === of))).join(', ')}`

const greatestText = (taken: readonly Taken[]): string => takenText(taken.reduce((most, one) => (one.share > most.share ? one : most)))

const takenText = ({ output, topic, share, of }: Taken): string => `${percent(share)} of the ${of} of ${topic} (${shortText(output)})`

const floorText = ({ constant, majorityByTopic }: AnswerFigures): string =>
  `floor: ${percent(constant.share)} by the best constant (${shortText(constant.output)}), ${percent(majorityByTopic)} by the best of each topic`

const percent = (share: number): string => `${(100 * share).toFixed(1)} %`
