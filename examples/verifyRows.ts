// Verifies rows from another source: each is proven from its text alone, or rejected with a list of all its errors.
import { mutateLabels, buildDataset, renderError, renderMutation, verifySample } from 'genesis-datasets'
import { sums } from 'genesis-datasets/levels'

const level = await sums()
const row = (number: number, input: string, expected_output: string, category = 'valid') => ({
  id: `sums_${String(number).padStart(6, '0')}`,
  input,
  expected_output,
  category,
  difficulty: 'easy',
  verified: true,
  verification_method: 'test',
  metadata: {},
})

const rows = [
  row(1, 'sum: 12 + 30', '42'),
  row(2, 'sum: 12 + 30', '43'),
  row(3, 'sum: 12 & 30', 'error: malformed input', 'adversarial'),
  row(4, 'sum: 12 & 30', 'insufficient data', 'adversarial'),
  { ...row(5, 'sum: 1 + 1', '2'), source: 'a crowd' },
]
for (const foreign of rows) {
  const verified = verifySample(level, foreign)
  console.log(
    verified._tag === 'Right' ? `${verified.right.id} holds: ${verified.right.metadata.laws.join(', ')}` : renderError(verified.left),
  )
}

// Tests that the verifiers reject wrong labels of all kinds.
const built = buildDataset(level, 42, { count: 500 })
const mutated = built._tag === 'Right' ? mutateLabels(level, built.right.samples) : built
console.log(mutated._tag === 'Right' ? renderMutation(mutated.right) : renderError(mutated.left))
