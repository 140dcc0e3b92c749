import { adversarialCell, edgeCell, validCell } from '../../model/cell'
import type { Sample } from '../../model/sample'
import { exhibitLines } from './renderProblem'

/**
 * A row as text: its id and cell, the input, the output behind an arrow, and the token by which it is drawn again.
 *
 * @example
 * const built = buildDataset(level, 42, { count: 100 })
 * if (built._tag === 'Right') console.log(renderSample(built.right.samples[0]))
 */
export const renderSample = (sample: Sample): string =>
  [`${sample.id}, ${cellNameOf(sample)}`, ...exhibitLines(sample), `  token: ${sample.metadata.token}`].join('\n')

function cellNameOf({ category, difficulty, metadata: { topic, edge, adversarial_type } }: Sample): string {
  // What a row from elsewhere says need not fit together: a trap without a type is shown as it stands.
  if (category === 'adversarial' && adversarial_type !== 'none') return adversarialCell(topic, adversarial_type, difficulty).name
  return category === 'edge_case' ? edgeCell(topic, edge, difficulty).name : validCell(topic, difficulty).name
}
