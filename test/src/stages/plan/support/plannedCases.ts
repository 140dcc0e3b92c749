import { type AdversarialType, type ByDifficulty, type Difficulty, DIFFICULTIES, fc, type LevelSpec, type Mix } from 'genesis-datasets'
import { edge, impossible } from 'genesis-datasets/arbitraries'
import { bareLevel, bareTopic } from '../../../../support/bareLevel'

interface TopicShape {
  /** Difficulties of each edge. */
  readonly edges: readonly (readonly Difficulty[])[]
  readonly impossible: readonly AdversarialType[]
  readonly weight: number
}

/** A level to plan with a count: plain data, so that a counterexample is readable. */
export interface PlannedCase {
  readonly count: number
  readonly topics: readonly TopicShape[]
  readonly evenTopics: boolean
  readonly category: Mix['category']
  readonly difficulty: ByDifficulty<number> | undefined
  readonly adversarial: Partial<Record<AdversarialType, number>> | undefined
}

const weight = fc.double({ min: 0.01, max: 100, noNaN: true })
const optionalWeights = <T>(weights: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> => fc.option(weights, { nil: undefined })

/** `ambiguous` is always possible, so that every level has a trap. */
const topicShape: fc.Arbitrary<TopicShape> = fc.record({
  edges: fc.array(fc.subarray<Difficulty>([...DIFFICULTIES], { minLength: 1 }), { maxLength: 5, size: 'max' }),
  impossible: fc.subarray<AdversarialType>(['out_of_scope', 'malformed', 'contradictory', 'incomplete'], { maxLength: 3 }),
  weight,
})

/** Permitted category weights: an adversarial share from 0.125 to 0.20, and 1.5 valid rows per trap. */
const categories = fc
  .record({ adversarial: fc.oneof(fc.constantFrom(0.125, 0.15, 0.2), fc.double({ min: 0.125, max: 0.2, noNaN: true })), rest: fc.nat(100) })
  .map(({ adversarial, rest }) => {
    const edge_case = Math.max(0.01, ((1 - adversarial * 2.5) * rest) / 100)
    return { valid: 1 - adversarial - edge_case, edge_case, adversarial }
  })

const withAnEdge = ([first, ...others]: readonly TopicShape[]): readonly TopicShape[] => [
  { ...(first as TopicShape), edges: [['easy'], ...(first as TopicShape).edges] },
  ...others,
]

/** Draws levels with weights of any size, and counts. */
export const plannedCases = (counts: fc.Arbitrary<number>): fc.Arbitrary<PlannedCase> =>
  fc.record({
    topics: fc.array(topicShape, { minLength: 1, maxLength: 8, size: 'max' }).map(withAnEdge),
    category: categories,
    difficulty: optionalWeights(fc.record({ easy: weight, medium: weight, hard: weight })),
    adversarial: optionalWeights(fc.record({ out_of_scope: weight, malformed: weight })),
    evenTopics: fc.boolean(),
    count: counts,
  })

const topicOf = ({ edges, impossible: excluded }: TopicShape) => {
  const nothing = fc.constant(0)
  const named = edges.map((difficulties, index) => {
    return [`edge${index}`, edge<number>(Object.fromEntries(difficulties.map(name => [name, nothing])), () => true)] as const
  })
  return bareTopic({
    edges: Object.fromEntries(named),
    adversarial: Object.fromEntries(excluded.map(type => [type, impossible('not in this topic')])),
  })
}

/** Makes the level that a case describes. */
export function levelOf({ topics, category, difficulty, adversarial, evenTopics }: PlannedCase): LevelSpec<number, number> {
  const named = topics.map((shape, index) => [`topic${index}`, shape] as const)
  return bareLevel(Object.fromEntries(named.map(([name, shape]) => [name, topicOf(shape)])), {
    category,
    ...(difficulty === undefined ? {} : { difficulty }),
    ...(adversarial === undefined ? {} : { adversarial }),
    ...(evenTopics ? {} : { topic: Object.fromEntries(named.map(([name, shape]) => [name, shape.weight])) }),
  })
}
