import { adversarialCell, type Cell, edgeCell, validCell } from '../../model/cell'
import { type TrapGenerators, difficultiesOf, type LevelSpec, type Topic } from '../../model/levelSpec'
import { ADVERSARIAL_TYPES, type AdversarialType, type ByDifficulty, DIFFICULTIES, type Difficulty } from '../../model/vocabulary'

/** Cell with its share of the dataset (0 to 1) according to the mix, and its capacity in distinct rows. */
export interface CellShare {
  readonly cell: Cell
  readonly share: number
  readonly capacity: number
}

const EQUAL_WEIGHTS: ByDifficulty<number> = { easy: 1, medium: 1, hard: 1 }
/** Weights of the categories of a level without `mix`. */
export const DEFAULT_CATEGORY_WEIGHTS = { valid: 65, edge_case: 20, adversarial: 15 } as const

/** Returns the trap generator of a topic for a type: its own, or the level's. */
export const trapGeneratorOf = <Q, A, T extends AdversarialType>(spec: LevelSpec<Q, A>, topic: string, type: T): TrapGenerators<Q, A>[T] =>
  (spec.topics[topic] as Topic<Q, A>).adversarial?.[type] ?? spec.adversarial[type]

/**
 * Returns the cells of a level with their shares, which add up to 1.
 *
 * The category valid is divided by topic and difficulty. Edge cases are divided by difficulty, then by the topics that have an edge
 * there, then equally by edge. Traps are divided by type, then by the topics that offer it, then by difficulty. So difficulties are
 * exact in every category, and other topics of the same type or difficulty take the share of a topic that offers none.
 */
export function cellShares<Q, A>(spec: LevelSpec<Q, A>): readonly CellShare[] {
  const category = normalised(spec.mix?.category ?? DEFAULT_CATEGORY_WEIGHTS)
  return [
    ...validShares(spec).map(share => scaled(share, category.valid)),
    ...edgeShares(spec).map(share => scaled(share, category.edge_case)),
    ...adversarialShares(spec).map(share => scaled(share, category.adversarial)),
  ]
}

function validShares<Q, A>(spec: LevelSpec<Q, A>): CellShare[] {
  const topics = topicWeights(spec, () => true)
  const difficulties = normalised(spec.mix?.difficulty ?? EQUAL_WEIGHTS)
  return entries(topics).flatMap(([topic, weight]) =>
    DIFFICULTIES.map(difficulty => ({
      cell: validCell(topic, difficulty),
      share: weight * difficulties[difficulty],
      capacity: spec.topics[topic]?.capacity?.[difficulty] ?? Number.POSITIVE_INFINITY,
    })),
  )
}

function edgeShares<Q, A>(spec: LevelSpec<Q, A>): CellShare[] {
  const edgesAt = (topic: string, difficulty: Difficulty) =>
    entries(spec.topics[topic]?.edges ?? {}).filter(([, edge]) => difficultiesOf(edge, DIFFICULTIES).includes(difficulty))
  const reachable = DIFFICULTIES.filter(difficulty => Object.keys(spec.topics).some(topic => edgesAt(topic, difficulty).length > 0))
  const weights = spec.mix?.difficulty ?? EQUAL_WEIGHTS
  const difficulties = normalised(Object.fromEntries(reachable.map(difficulty => [difficulty, weights[difficulty]])))
  return reachable.flatMap(difficulty => {
    const topics = topicWeights(spec, topic => edgesAt(topic, difficulty).length > 0)
    return entries(topics).flatMap(([topic, weight]) =>
      edgesAt(topic, difficulty).map(([name, edge], _, edges) => ({
        cell: edgeCell(topic, name, difficulty),
        share: ((difficulties[difficulty] as number) * weight) / edges.length,
        capacity: edge.capacity?.[difficulty] ?? Number.POSITIVE_INFINITY,
      })),
    )
  })
}

function adversarialShares<Q, A>(spec: LevelSpec<Q, A>): CellShare[] {
  const offers = (topic: string, type: AdversarialType) => trapGeneratorOf(spec, topic, type)._tag === 'FromTwin'
  const possible = ADVERSARIAL_TYPES.filter(type => Object.keys(spec.topics).some(topic => offers(topic, type)))
  const types = normalised(Object.fromEntries(possible.map(type => [type, spec.mix?.adversarial?.[type] ?? 1])))
  const difficulties = normalised(spec.mix?.difficulty ?? EQUAL_WEIGHTS)
  return possible.flatMap(type =>
    entries(topicWeights(spec, topic => offers(topic, type))).flatMap(([topic, weight]) =>
      DIFFICULTIES.map(difficulty => ({
        cell: adversarialCell(topic, type, difficulty),
        share: (types[type] as number) * weight * difficulties[difficulty],
        capacity: Number.POSITIVE_INFINITY,
      })),
    ),
  )
}

function topicWeights<Q, A>(spec: LevelSpec<Q, A>, include: (topic: string) => boolean): Readonly<Record<string, number>> {
  // A map, because a topic may be named like a property of every object.
  const weights = new Map(entries(spec.mix?.topic ?? {}))
  const topics = Object.keys(spec.topics).filter(include)
  return normalised(Object.fromEntries(topics.map(topic => [topic, weights.get(topic) ?? 1])))
}

const entries = <T>(record: Readonly<Record<string, T>>): readonly (readonly [string, T])[] => Object.entries(record)

const scaled = (share: CellShare, by: number): CellShare => ({ ...share, share: share.share * by })

function normalised<K extends string>(weights: Readonly<Record<K, number>>): Readonly<Record<K, number>> {
  const all = Object.entries<number>(weights)
  const total = all.reduce((sum, [, weight]) => sum + weight, 0)
  return Object.fromEntries(all.map(([key, weight]) => [key, weight / total])) as Record<K, number>
}
