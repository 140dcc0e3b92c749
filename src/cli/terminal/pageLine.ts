import type { PageResult } from '../../io/index'

/** Returns the line that names a written page and its size. */
export const pageLine = ({ path, bytes, rows }: PageResult): string =>
  `  page: ${path} (${(bytes / 1e6).toFixed(1)} MB, ${rows} rows to browse)`
