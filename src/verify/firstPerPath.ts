import type { Problem } from '../model/problem'

/** The first problem of each place: what follows from a fault that is told already is not told again. */
export function firstOfEachPlace(problems: readonly Problem[]): readonly Problem[] {
  const told = new Set<string>()
  return problems.filter(({ path }) => told.size < told.add(path).size)
}
