import * as files from 'genesis-datasets/files'
import { afterAll, expect, it } from 'vitest'
import { sums } from '../../../../examples/levels/sums'
import { type Flip, Flips } from './support/flips'

const FLIPS = 200

const flips = new Flips(files, sums)
afterAll(() => flips.dispose())

it('the next reader of a file, manifest or export notices a flipped bit in it', async () => {
  expect(await flips.prepare()).toEqual([])
  const all: Flip[] = []
  for (let number = 0; number < FLIPS; number++) all.push(await flips.flip(7, number))
  expect(all.filter(({ caught }) => caught === undefined)).toEqual([])
  expect(new Set(all.map(({ file }) => file)).size).toBe(19)
  const withRows = all.filter(({ shownByRows }) => shownByRows !== undefined)
  const unseen = withRows.filter(({ shownByRows }) => shownByRows === false)
  // Fields that the text of a row cannot confirm: the claimed laws and its position among the rows.
  expect(unseen.filter(({ fields }) => !['id', 'metadata.laws', 'metadata.verified_by'].includes(fields))).toEqual([])
  expect(withRows.length - unseen.length).toBeGreaterThan(withRows.length / 2)
})
