import { answer } from 'genesis-datasets/laws'
import { sums } from '../../../../examples/levels/sums'

const plain = sums.topics.plain as NonNullable<(typeof sums.topics)[string]>

/** The level `sums` with every answer increased by ten under the same version; generator and oracle agree. */
export const editedSums: typeof sums = {
  ...sums,
  topics: { plain: { ...plain, answer: sum => plain.answer(sum) + 10 } },
  oracle: inputs => sums.oracle(inputs).map(verdict => (verdict._tag === 'Answer' ? answer(verdict.canonical + 10) : verdict)),
}
