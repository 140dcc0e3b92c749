import { join } from 'node:path'
import { either as E } from 'fp-ts'
import { readRow } from '../../verify/readRow'
import { everyNth } from '../../utils/statistics/everyNth'
import { pathIn, REJECTED, VERIFIED } from '../layout'
import { readLines } from '../read/readLines'
import { trustedRows } from '../read/trustedRows'
import { unfinishedName } from '../transaction/unfinishedFile'
import { proveBatch, type Prover } from './proveBatch'
import type { VerifyJob } from './verifyJob'
import type { VerifyState } from './verifyState'

/**
 * Returns true if the level now judges rows of an interrupted run differently, because it was edited without a new version.
 * The check proves a few evenly spaced rows again.
 */
export const areStaleProofs = <Q, A>(job: VerifyJob<Q, A>, prover: Prover<Q, A>, { verified, rejected }: VerifyState): boolean =>
  verifiedAreStale(job, prover, verified) || rejectedAreStale(job, prover, rejected)

/** Returns true if a rejected row is accepted now: the level had an error that has been fixed. */
function rejectedAreStale<Q, A>({ root, folder }: VerifyJob<Q, A>, prover: Prover<Q, A>, count: number): boolean {
  const texts: string[] = []
  for (const line of readLines(unfinishedName(join(root, pathIn(folder, REJECTED))))) {
    if (line._tag === 'Line') texts.push((JSON.parse(line.text) as { text: string }).text)
  }
  const read = everyNth(texts, count)
    .map(readRow)
    .flatMap(one => (E.isRight(one) ? [one.right] : []))
  return proveBatch(prover, read).some(E.isRight)
}

function verifiedAreStale<Q, A>({ root, folder }: VerifyJob<Q, A>, prover: Prover<Q, A>, count: number): boolean {
  const checked = everyNth(trustedRows(unfinishedName(join(root, pathIn(folder, VERIFIED)))), count)
  const read = checked.map(readRow).flatMap(one => (E.isRight(one) ? [one.right] : []))
  const judgements = proveBatch(prover, read)
  return checked.some((row, at) => {
    const judgement = judgements[at]
    return judgement === undefined || E.isLeft(judgement) || JSON.stringify(judgement.right) !== JSON.stringify(row)
  })
}
