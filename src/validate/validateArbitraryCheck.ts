import type { Problem } from '../model/problem'
import { Inspector } from './inspector'
import { validateOptions } from './optionRules'
import { CLASSIFY_RULE, RUN_RULES } from './validateCheck'
import { validateLaws } from './validateLaws'

/** Returns all problems of the arguments of `checkArbitrary`. */
export function validateArbitraryCheck(arbitrary: unknown, laws: unknown, options: unknown): readonly Problem[] {
  const inspector = new Inspector()
  inspector.arbitrary('arbitrary', arbitrary)
  validateLaws(inspector, laws, [])
  if (Array.isArray(laws) && laws.length === 0) inspector.addProblem('laws', 'at least one law', laws, 'an empty check always passes')
  return [
    ...inspector.problems,
    ...validateOptions(options, {
      ...RUN_RULES,
      print: { expected: 'a function', hint: 'it returns the text of a value', accepts: value => typeof value === 'function' },
      classify: CLASSIFY_RULE,
      token: { expected: 'a text', hint: 'take it from a counterexample', accepts: value => typeof value === 'string' },
    }),
  ]
}
