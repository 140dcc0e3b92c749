import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { either as E } from 'fp-ts'
import { buildDataset, type Sample } from 'genesis-datasets'
import { buildFiles, type GradeFilesResult, gradeFiles } from 'genesis-datasets/files'
import { beforeAll, describe, expect, it } from 'vitest'
import { sums } from '../../../../examples/levels/sums'
import { temporaryFolder } from '../../../support/temporaryFolder'

const at = temporaryFolder()
let asked: readonly Sample[]
beforeAll(async () => {
  const built = buildDataset(sums, 42, { count: 250 })
  asked = E.isRight(built) ? [...built.right.splits.test, ...built.right.splits.adversarial] : []
  expect(E.isRight(await buildFiles(sums, 42, { out: at('data'), count: 250 }))).toBe(true)
})

/** Grades lines of predictions. */
async function graded(lines: readonly string[]): Promise<GradeFilesResult> {
  const predictions = at('predictions.jsonl')
  writeFileSync(predictions, lines.map(line => `${line}\n`).join(''))
  const result = await gradeFiles(sums, { input: join(at('data'), 'validated/sums'), predictions })
  return E.isRight(result) ? result.right : expect.unreachable(JSON.stringify(result.left))
}
const line = (id: string, output: string): string => JSON.stringify({ id, output })

describe('gradeFiles', () => {
  it('joins predictions with the rows of test and adversarial by id, in any order', async () => {
    const right = asked.map(({ id, expected_output }) => line(id, expected_output))
    const { accuracy, missing, problems } = await graded(right.reverse())
    expect({ ...accuracy, missing, problems }).toMatchObject({ rows: asked.length, right: asked.length, missing: 0, problems: [] })
  })

  it('counts a row without a prediction as wrong', async () => {
    const [first, ...others] = asked
    const { accuracy, missing } = await graded(others.map(({ id, expected_output }) => line(id, expected_output)))
    expect(first).toBeDefined()
    expect({ ...accuracy, missing }).toMatchObject({ rows: asked.length, right: asked.length - 1, missing: 1 })
  })

  it('names invalid lines and lines for unknown rows, and grades the others', async () => {
    const lines = [...asked.map(({ id, expected_output }) => line(id, expected_output)), '{', line('sums_999999', '1')]
    const { accuracy, problems } = await graded(lines)
    expect(accuracy.right).toBe(asked.length)
    expect(problems.map(({ _tag }) => _tag)).toEqual(['InvalidLine', 'InvalidLine'])
  })

  it('reports errors in the arguments', async () => {
    const result = await gradeFiles(sums, { input: '', predictions: 7 as never })
    const problems = E.isLeft(result) && 'problems' in result.left ? result.left.problems : []
    expect(problems.map(({ path }) => path)).toEqual(['options.input', 'options.predictions'])
  })
})
