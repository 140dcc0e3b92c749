import { either as E } from 'fp-ts'
import {
  type AdversarialType,
  type TrapGenerator,
  type CheckOptions,
  checkLevel,
  type Draft,
  type LevelSpec,
  renderError,
  reproduce,
  type Topic,
} from 'genesis-datasets'
import { byDifficulty, type Choose, edge, fromChoices, fromTwin, impossible } from 'genesis-datasets/arbitraries'
import { law } from 'genesis-datasets/laws'
import { sums } from '../../../../examples/levels/sums'
import { listOf, type PlantedFault, type Reached, toReached, RUNS, sum } from './fault'

type Sum = Parameters<typeof sums.canonicalForm>[0]
type Sums = LevelSpec<Sum, number>
type Twin = { readonly question: Sum; readonly answer: number }

/** Draws a sum of two to six terms, the first of which may be given. */
export const drawSum = (choose: Choose, terms: readonly number[] = []): Sum => ({
  terms: [...terms, ...listOf(choose, 2 - terms.length, 6 - terms.length, () => choose.integer(0, 999))],
  stated: choose.boolean(),
})
/** Uses one part at every difficulty. */
export const same = <T>(part: T) => byDifficulty({ easy: part, medium: part, hard: part })
const questions = same(fromChoices(drawSum))
/** Sums that begin with 0. */
export const withZero = fromChoices(choose => drawSum(choose, [0]))
/** Sums that begin with 0 and have more terms at higher difficulties. */
export const atLeast = byDifficulty({ easy: 2, medium: 3, hard: 4 }, least =>
  fromChoices(choose => ({ terms: [0, ...listOf(choose, least - 1, 6, () => choose.integer(0, 999))], stated: choose.boolean() })),
)
/** Adds the terms of a sum. */
export const totalOf = ({ terms }: Sum): number => sum(terms)
export const { print, parse } = sums.question

const plain: Topic<Sum, number> = { questions, answer: totalOf, edges: { zero: edge(same(withZero), ({ terms }) => terms.includes(0)) } }
/** Returns the level with other parts, also of its topic. */
export const level = (parts: Partial<Sums>, topic: Partial<Topic<Sum, number>> = {}): Sums => ({
  ...sums,
  name: 'planted',
  topics: { plain: { ...plain, ...topic } },
  ...parts,
})

/** Returns the value at which the steps of a token end. */
function resultOfReplay(replayed: ReturnType<typeof reproduce<Sum, number>>, token: string): Reached {
  if (E.isLeft(replayed)) return { found: false, minimal: false, text: renderError(replayed.left), token: '' }
  return { found: true, minimal: true, text: replayed.right.steps.at(-1)?.input ?? '', token }
}

/** Plants a fault in a level, which its check or the replay of a token must find. */
export const plantedFault = (name: string, minimum: string, spec: Sums, options: CheckOptions<Sum, number>): PlantedFault => ({
  name,
  minimum,
  search: from =>
    'token' in from
      ? resultOfReplay(reproduce(spec, from.token), from.token)
      : toReached(checkLevel(spec, { seed: from.seed, runs: RUNS, topic: 'plain', ...options }), ({ input }) => input),
})

/** Selection of the cell with valid rows. */
export const VALID = { category: 'valid', difficulty: 'easy' } as const
/** Selection of the cell of the edge. */
export const EDGE = { edge: 'zero', difficulty: 'easy' } as const

/** Plants a law that some answered drafts of the level violate. */
export const plantedInAnswered = (
  name: string,
  minimum: string,
  breaks: (question: Sum) => boolean,
  options: CheckOptions<Sum, number> = VALID,
): PlantedFault => {
  const broken = law<Draft<Sum, number>>('sum.planted', draft =>
    draft._tag === 'Answered' && breaks(draft.question) ? { violated: 'as planted' } : 'holds',
  )
  return plantedFault(name, minimum, level({ laws: [broken] }), { law: 'sum.planted', ...options })
}

/** Plants a fault in traps of one type, made by this generator; with `breaks`, a law that some of these traps violate. */
export function plantedInTraps<T extends AdversarialType>(
  name: string,
  minimum: string,
  type: T,
  trapGenerator: TrapGenerator<Sum, number, T>,
  breaks?: (input: string, twin: Twin) => boolean,
): PlantedFault {
  const none = impossible('not in this test')
  const others = { out_of_scope: none, malformed: none, contradictory: none, incomplete: none, ambiguous: none }
  const broken = law<Draft<Sum, number>>('trap.planted', draft =>
    draft._tag === 'Refused' && breaks?.(draft.trap.input, draft.twin) === true ? { violated: 'as planted' } : 'holds',
  )
  const options = { adversarialType: type, difficulty: 'easy', ...(breaks === undefined ? {} : { law: 'trap.planted' }) } as const
  return plantedFault(name, minimum, level({ laws: [broken], adversarial: { ...others, [type]: trapGenerator } }), options)
}

/** Traps with at least one sign too many. */
export const manySigns = fromTwin<Sum, number, 'malformed', number>(
  fromChoices(choose => choose.integer(0, 9)),
  ({ question }, more) => ({ input: print(question).replace('+', '+'.repeat(2 + more)), witness: { at: print(question).indexOf('+') } }),
)
/** Counts the first consecutive plus signs. */
export const signsIn = (input: string): number => /\++/.exec(input)?.[0].length ?? 0

/** Returns a generator of contradictory traps that state a wrong last digit. */
export const otherDigit = (most: number, twins?: () => typeof questions.easy) =>
  fromTwin<Sum, number, 'contradictory', number>(
    fromChoices(choose => choose.integer(1, most)),
    ({ question, answer: total }, off) =>
      question.stated
        ? {
            input: print(question).replace(/\d$/, String((total + off) % 10)),
            witness: { without: [print({ ...question, stated: false })] },
          }
        : undefined,
    twins,
  )
