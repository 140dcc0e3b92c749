import type { Cell } from '../model/cell'
import type { CheckOptions } from '../model/check'
import type { Draft } from '../model/draft'
import type { Edge, LevelSpec } from '../model/levelSpec'

/** Returns all labels that the cells and `classify` can give. Only these are valid in `cover`. */
export function knownLabels<Q, A>(
  spec: LevelSpec<Q, A>,
  cells: readonly Cell[],
  classify: CheckOptions<Q, A>['classify'],
): readonly string[] {
  const topics = new Set(cells.map(({ topic }) => topic))
  const edges = [...topics].flatMap(topic => Object.keys(spec.topics[topic]?.edges ?? {}).map(edge => `edge.${topic}.${edge}`))
  const cellLabels = cells.flatMap(labelsOfCell)
  const sorted = KINDS.flatMap(kind => cellLabels.filter(label => label.startsWith(`${kind}.`)))
  return [...new Set([...sorted, ...edges, ...Object.keys(classify ?? {})])]
}

const KINDS = ['category', 'topic', 'difficulty', 'type']

const labelsOfCell = ({ category, topic, difficulty, adversarialType }: Cell): readonly string[] => [
  `category.${category}`,
  `topic.${topic}`,
  `difficulty.${difficulty}`,
  ...(adversarialType === 'none' ? [] : [`type.${adversarialType}`]),
]

/** Returns the labels of a draft. A trap has the labels of its cell, and the edges that its twin matches. */
export function labelsOf<Q, A>(
  spec: LevelSpec<Q, A>,
  cell: Cell,
  draft: Draft<Q, A>,
  classify: CheckOptions<Q, A>['classify'],
): readonly string[] {
  const { question } = draft._tag === 'Answered' ? draft : draft.twin
  const edges = Object.entries(spec.topics[cell.topic]?.edges ?? {}).filter(([, edge]) => matchesEdge(edge, question))
  const own = Object.entries(classify ?? {}).filter(([, counts]) => counts(draft))
  return [...labelsOfCell(cell), ...edges.map(([name]) => `edge.${cell.topic}.${name}`), ...own.map(([name]) => name)]
}

/** True if a question matches an edge. A predicate that throws on a question of another edge does not match it. */
function matchesEdge<Q>({ touches }: Edge<Q>, question: Q): boolean {
  try {
    return touches(question)
  } catch {
    return false
  }
}
