import { wilson } from '../utils/statistics/wilson'
import type { Score } from '../model/grade'

/** Normal quantile of a two-sided confidence of 95 %. */
const Z = 1.959_963_985

/** Returns a score with its 95 % Wilson interval; the share of zero rows is 0. */
export const scoreOf = (right: number, rows: number): Score => ({
  rows,
  right,
  share: rows === 0 ? 0 : right / rows,
  ...wilson(right, rows, Z),
})
