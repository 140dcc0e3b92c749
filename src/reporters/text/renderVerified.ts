import type { Verified } from '../../model/verified'
import { renderProblem } from './renderProblem'

/**
 * What became of rows that were proven again as text: the first problems, notes on the files, and how many rows hold.
 *
 * @example
 * const manifest = { manifest: 1, step: 'verify', level: 'sums', version: '1.0.0', stamp: 'g1-4.10.2', software: 'genesis-datasets 0.1.0',
 *   verifiedBy: [], seed: null, count: null, discards: {}, files: {} }
 * renderVerified({ manifest, verified: 12, rejected: 0, unreadable: 0, problems: [], notes: [] })
 * // 'sums 1.0.0: 12 rows verified, 0 rejected, 0 lines unreadable'
 */
export const renderVerified = ({ manifest, verified, rejected, unreadable, problems, notes }: Verified): string =>
  [
    ...[...problems, ...notes].map(renderProblem),
    `${manifest.level} ${manifest.version}: ${verified} rows verified, ${rejected} rejected, ${unreadable} lines unreadable`,
  ].join('\n')
