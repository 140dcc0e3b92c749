import type { Problem } from '../model/problem'

/** Returns the first problem of each path. Later problems of a path usually follow from the first. */
export function firstPerPath(problems: readonly Problem[]): readonly Problem[] {
  const seen = new Set<string>()
  return problems.filter(({ path }) => seen.size < seen.add(path).size)
}
