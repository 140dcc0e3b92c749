import type { LevelSpec } from '../model/levelSpec'

/** The module in which levels are found by name; a level is a value, or a function that loads its tools first. */
const LEVELS = 'genesis-datasets/levels'

/** The level of a name such as `0`, `level0` or `sums`; undefined where there is none. Rejects where a tool is missing. */
export async function loadLevel(name: string): Promise<LevelSpec<unknown, unknown> | undefined> {
  const levels: Readonly<Record<string, unknown>> = await import(LEVELS)
  const level = levels[/^\d+$/.test(name) ? `level${name}` : name]
  return (typeof level === 'function' ? await level() : level) as LevelSpec<unknown, unknown> | undefined
}
