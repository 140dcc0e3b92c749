import { join } from 'node:path'
import { either as E } from 'fp-ts'
import { readRow } from '../../verify/readRow'
import { evenlySpread } from '../../utils/statistics/everyNth'
import { below, REJECTED, VERIFIED } from '../layout'
import { readLines } from '../read/readLines'
import { rowsOfOurs } from '../read/trustedRows'
import { unfinishedName } from '../transaction/unfinishedFile'
import { proveBatch, type Prover } from './proveBatch'
import type { VerifyJob } from './verifyJob'
import type { VerifyState } from './verifyState'

/**
 * Whether the rows that an interrupted run has proven would be proven otherwise now: the level was edited in between,
 * without a new version. A few, evenly spread, are proven again.
 */
export const areStaleProofs = <Q, A>(job: VerifyJob<Q, A>, prover: Prover<Q, A>, { verified, rejected }: VerifyState): boolean =>
  verifiedAreStale(job, prover, verified) || rejectedAreStale(job, prover, rejected)

/** A rejected row that holds now: the fault was the level's, and was mended. */
function rejectedAreStale<Q, A>({ root, folder }: VerifyJob<Q, A>, prover: Prover<Q, A>, count: number): boolean {
  const texts: string[] = []
  for (const line of readLines(unfinishedName(join(root, below(folder, REJECTED))))) {
    if (line._tag === 'Line') texts.push((JSON.parse(line.text) as { text: string }).text)
  }
  const read = evenlySpread(texts, count)
    .map(readRow)
    .flatMap(one => (E.isRight(one) ? [one.right] : []))
  return proveBatch(prover, read).some(E.isRight)
}

function verifiedAreStale<Q, A>({ root, folder }: VerifyJob<Q, A>, prover: Prover<Q, A>, count: number): boolean {
  const looked = evenlySpread(rowsOfOurs(unfinishedName(join(root, below(folder, VERIFIED)))), count)
  const read = looked.map(readRow).flatMap(one => (E.isRight(one) ? [one.right] : []))
  const judgements = proveBatch(prover, read)
  return looked.some((row, at) => {
    const judgement = judgements[at]
    return judgement === undefined || E.isLeft(judgement) || JSON.stringify(judgement.right) !== JSON.stringify(row)
  })
}
