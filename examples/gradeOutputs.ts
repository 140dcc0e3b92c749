// Grades the outputs of models on the test rows of a level, by accuracy and by pairs of a trap and its twin.
import { buildDataset, gradeDataset, renderError, type Sample } from 'genesis-datasets'
import { sums } from 'genesis-datasets/levels'

const level = await sums()
const built = buildDataset(level, 42, { count: 2_000 })
if (built._tag === 'Left') throw new Error(renderError(built.left))
const { test, adversarial } = built.right.splits

const models: Readonly<Record<string, (row: Sample) => string>> = {
  'knows all': ({ expected_output }) => expected_output,
  'adds whatever it finds': ({ input }) => String((input.split('\n')[0]?.match(/\d+/g) ?? []).reduce((sum, term) => sum + Number(term), 0)),
  'always refuses': () => 'error: malformed input',
  'says both': ({ expected_output }) => `${expected_output} or cannot determine`,
}
for (const [name, model] of Object.entries(models)) {
  const { accuracy, pairs, grades } = gradeDataset(
    level,
    [...test, ...adversarial].map(sample => ({ sample, output: model(sample) })),
  )
  const percent = (share: number): string => `${(100 * share).toFixed(1)} %`
  console.log(
    `${name}: ${percent(accuracy.share)} right (from ${percent(accuracy.low)} to ${percent(accuracy.high)}), ` +
      `${pairs.right} of ${pairs.rows} pairs, ${grades.refused} refused, ${grades.hedged} hedged`,
  )
}
