import type { VerifyResult } from '../../model/verifyResult'
import { renderProblem } from './renderProblem'

/**
 * Returns the result of verifying files as text: the first problems, notes on the files, and the number of verified rows.
 *
 * @example
 * const manifest = { manifest: 1, step: 'verify', level: 'sums', version: '1.0.0', stamp: 'g1-4.10.2', software: 'genesis-datasets 0.1.0',
 *   verifiedBy: [], seed: null, count: null, discards: {}, files: {} }
 * renderVerifyResult({ manifest, verified: 12, rejected: 0, unreadable: 0, problems: [], notes: [] })
 * // 'sums 1.0.0: 12 rows verified, 0 rejected, 0 lines unreadable'
 */
export const renderVerifyResult = ({ manifest, verified, rejected, unreadable, problems, notes }: VerifyResult): string =>
  [
    ...[...problems, ...notes].map(renderProblem),
    `${manifest.level} ${manifest.version}: ${verified} rows verified, ${rejected} rejected, ${unreadable} lines unreadable`,
  ].join('\n')
