import type { Problem } from '../model/problem'
import { validateSpec } from './validateSpec'

const known = new WeakMap<object, readonly Problem[]>()

/** What is wrong with a spec, looked for once: what judges row after row cannot afford it every time. */
export function knownProblems(spec: unknown): readonly Problem[] {
  if (typeof spec !== 'object' || spec === null) return validateSpec(spec)
  const problems = known.get(spec) ?? validateSpec(spec)
  known.set(spec, problems)
  return problems
}
