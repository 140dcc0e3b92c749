import type { PageResult } from '../../io/index'

/** Where a page was written, and how big it is. */
export const pageLine = ({ path, bytes, rows }: PageResult): string =>
  `  page: ${path} (${(bytes / 1e6).toFixed(1)} MB, ${rows} rows to look at)`
