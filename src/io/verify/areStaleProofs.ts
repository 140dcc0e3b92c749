import { join } from 'node:path'
import { either as E } from 'fp-ts'
import { readRow } from '../../rows/readRow'
import { evenlySpread } from '../evenlySpread'
import { below, VERIFIED } from '../layout'
import { rowsOfOurs } from '../rowsOfOurs'
import { unfinishedName } from '../transaction/unfinishedFile'
import { proveBatch, type Prover } from './proveBatch'
import type { VerifyJob } from './verifyJob'

/**
 * Whether the rows that an interrupted run has proven would be proven otherwise now: the level was edited in between,
 * without a new version. A few, evenly spread, are proven again.
 */
export function areStaleProofs<Q, A>({ root, folder }: VerifyJob<Q, A>, prover: Prover<Q, A>, count: number): boolean {
  const looked = evenlySpread(rowsOfOurs(unfinishedName(join(root, below(folder, VERIFIED)))), count)
  const read = looked.map(readRow).flatMap(one => (E.isRight(one) ? [one.right] : []))
  const judgements = proveBatch(prover, read)
  return looked.some((row, at) => {
    const judgement = judgements[at]
    return judgement === undefined || E.isLeft(judgement) || JSON.stringify(judgement.right) !== JSON.stringify(row)
  })
}
