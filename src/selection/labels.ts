import type { Cell } from '../model/cell'
import type { CheckOptions } from '../model/check'
import type { Draft } from '../model/draft'
import type { Edge, LevelSpec } from '../model/levelSpec'

/** The labels that the cells can give, and those of `classify`: what may be covered. */
export function knownLabels<Q, A>(
  spec: LevelSpec<Q, A>,
  cells: readonly Cell[],
  classify: CheckOptions<Q, A>['classify'],
): readonly string[] {
  const topics = new Set(cells.map(({ topic }) => topic))
  const edges = [...topics].flatMap(topic => Object.keys(spec.topics[topic]?.edges ?? {}).map(edge => `edge.${topic}.${edge}`))
  const ofCells = cells.flatMap(labelsOfCell)
  const sorted = KINDS.flatMap(kind => ofCells.filter(label => label.startsWith(`${kind}.`)))
  return [...new Set([...sorted, ...edges, ...Object.keys(classify ?? {})])]
}

const KINDS = ['category', 'topic', 'difficulty', 'type']

const labelsOfCell = ({ category, topic, difficulty, adversarialType }: Cell): readonly string[] => [
  `category.${category}`,
  `topic.${topic}`,
  `difficulty.${difficulty}`,
  ...(adversarialType === 'none' ? [] : [`type.${adversarialType}`]),
]

/** The labels that count a draft; a trap's are those of its own, and the edges that its twin touches. */
export function labelsOf<Q, A>(
  spec: LevelSpec<Q, A>,
  cell: Cell,
  draft: Draft<Q, A>,
  classify: CheckOptions<Q, A>['classify'],
): readonly string[] {
  const { question } = draft._tag === 'Answered' ? draft : draft.twin
  const edges = Object.entries(spec.topics[cell.topic]?.edges ?? {}).filter(([, edge]) => isTouched(edge, question))
  const own = Object.entries(classify ?? {}).filter(([, counts]) => counts(draft))
  return [...labelsOfCell(cell), ...edges.map(([name]) => `edge.${cell.topic}.${name}`), ...own.map(([name]) => name)]
}

/** A predicate may throw at a question that was not drawn for its edge: such a question does not touch it. */
function isTouched<Q>({ touches }: Edge<Q>, question: Q): boolean {
  try {
    return touches(question)
  } catch {
    return false
  }
}
