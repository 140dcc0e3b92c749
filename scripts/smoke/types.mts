/** Types that a user's compiler sees. If it saw only `any`, an expected error would be missing. */
import { type BuildError, buildDataset, type Dataset, fc, type Format, type Report } from 'genesis-datasets'
import { byDifficulty } from 'genesis-datasets/arbitraries'
import { buildFiles, type FileResult } from 'genesis-datasets/files'
import { law } from 'genesis-datasets/laws'
import { sums } from 'genesis-datasets/levels'

export async function result(): Promise<Dataset | BuildError> {
  const built = buildDataset(await sums(), 42, { count: 50 })
  // @ts-expect-error: a level must be loaded before it is built
  buildDataset(sums, 42)
  // @ts-expect-error: a dataset is not a text
  const text: string = built
  return built._tag === 'Right' ? built.right : (built.left ?? text)
}
export const files = async (): FileResult<Report> => buildFiles(await sums(), 42, { out: 'data', count: 50 })
export const small: fc.Arbitrary<number> = byDifficulty({ easy: 1, medium: 2, hard: 3 }, max => fc.nat({ max })).easy
export const holds = law<number>('sum.any', () => 'holds')

// @ts-expect-error: the difficulty hard is missing
byDifficulty({ easy: 1, medium: 2 }, max => fc.nat({ max }))
// @ts-expect-error: parse must return an Either
export const format: Format<number> = { print: String, parse: text => Number(text) }
