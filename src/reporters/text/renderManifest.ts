import type { Manifest } from '../../model/manifest'
import { renderFileList } from './renderFileList'

/**
 * Returns a manifest as text: level, seed and row count, discards by reason, and the files.
 *
 * @example
 * renderManifest({ manifest: 1, step: 'generate', level: 'sums', version: '1.0.0', stamp: 'g1-4.10.2', software: 'genesis-datasets 0.1.0',
 *   verifiedBy: [], seed: '42', count: 400, discards: {}, files: {} })
 * // 'sums 1.0.0, seed 42, 400 rows'
 */
export const renderManifest = ({ level, version, seed, count, discards, files }: Manifest): string =>
  [
    [`${level} ${version}`, ...(seed === null ? [] : [`seed ${seed}`]), ...(count === null ? [] : [`${count} rows`])].join(', '),
    ...Object.entries(discards).map(([reason, times]) => `  discards ${String(times).padStart(7)}  ${reason}`),
    ...(Object.keys(files).length === 0 ? [] : [renderFileList(files)]),
  ].join('\n')
