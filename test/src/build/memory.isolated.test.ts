import { streamDataset } from 'genesis-datasets'
import { sums } from '../../../examples/levels/sums'
import { expect, it } from 'vitest'

const ROWS = 1_000_000
const BYTES_A_ROW = 64

it('streamDataset reserves at most 64 bytes of array buffers per row', () => {
  const before = process.memoryUsage().arrayBuffers
  const stream = streamDataset(sums, 1, { count: ROWS })
  // All tables are allocated when the first row is available.
  expect(stream.next().value?._tag).toBe('Right')
  expect((process.memoryUsage().arrayBuffers - before) / ROWS).toBeLessThan(BYTES_A_ROW)
  stream.return()
})
