import { adversarialCell, edgeCell, validCell } from '../../model/cell'
import type { Sample } from '../../model/sample'
import { draftLines } from './renderProblem'

/**
 * Returns a row as text: id and cell, input, output after an arrow, and the token that reproduces it.
 *
 * @example
 * const built = buildDataset(level, 42, { count: 100 })
 * if (built._tag === 'Right') console.log(renderSample(built.right.samples[0]))
 */
export const renderSample = (sample: Sample): string =>
  [`${sample.id}, ${cellNameOf(sample)}`, ...draftLines(sample), `  token: ${sample.metadata.token}`].join('\n')

function cellNameOf({ category, difficulty, metadata: { topic, edge, adversarial_type } }: Sample): string {
  // The fields of a foreign row may contradict each other: an adversarial row may have no type.
  if (category === 'adversarial' && adversarial_type !== 'none') return adversarialCell(topic, adversarial_type, difficulty).name
  return category === 'edge_case' ? edgeCell(topic, edge, difficulty).name : validCell(topic, difficulty).name
}
