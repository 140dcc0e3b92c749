// npm run bench [-- --rows 20000]                          ratios of the parts of the pipeline, in one process
// npm run bench -- --table [--rows 20000]                  speed and memory of all levels on one and two threads, as Markdown
// npm run bench -- --scale [--level level0] [--most 1e6]   what each stage costs a row at 10⁴, 10⁵ and 10⁶ rows, as Markdown
import * as told from './options.mjs'

if (told.table) await (await import('./table.mjs')).table(told.rows)
else if (told.scale) (await import('./scale.mjs')).scale(told.level, told.most)
else await import('./ratios.mjs')
