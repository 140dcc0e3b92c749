// npm run bench [-- --rows 20000]                              ratios of the parts of the pipeline, in one process
// npm run bench -- --table [--rows 20000]                      speed and memory of all levels on one and two threads, as Markdown
// npm run bench -- --scale [--level level0] [--max-rows 1e6]   cost of each stage per row at 10⁴, 10⁵ and 10⁶ rows, as Markdown
import * as options from './options.mjs'

if (options.table) await (await import('./table.mjs')).table(options.rows)
else if (options.scale) (await import('./scale.mjs')).scale(options.level, options.maxRows)
else await import('./ratios.mjs')
