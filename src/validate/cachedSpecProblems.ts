import type { Problem } from '../model/problem'
import { validateSpec } from './validateSpec'

const cache = new WeakMap<object, readonly Problem[]>()

/** Returns the problems of a spec, computed once per object. Calls that verify one row each cannot afford to validate every time. */
export function cachedSpecProblems(spec: unknown): readonly Problem[] {
  if (typeof spec !== 'object' || spec === null) return validateSpec(spec)
  const problems = cache.get(spec) ?? validateSpec(spec)
  cache.set(spec, problems)
  return problems
}
