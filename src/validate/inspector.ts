import * as fc from 'fast-check'
import type { Problem } from '../model/problem'
import { describe } from '../utils/strings/describe'

/** Fields of an object whose shape is not yet known. */
export type Fields = Readonly<Record<string, unknown>>

/** Collects the problems of a level spec, each with its path. */
export class Inspector {
  readonly problems: Problem[] = []

  addProblem(path: string, expected: string, received: unknown, hint: string): void {
    this.problems.push({ _tag: 'InvalidSpec', path, expected, received: describe(received), hint })
  }

  /** Returns the fields of an object; adds a problem and returns undefined if the value is not an object. */
  object(path: string, value: unknown, hint: string): Fields | undefined {
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Fields
    this.addProblem(path, 'an object', value, hint)
    return undefined
  }

  function(path: string, value: unknown, hint: string): void {
    if (typeof value !== 'function') this.addProblem(path, 'a function', value, hint)
  }

  arbitrary(path: string, value: unknown): void {
    if (value instanceof fc.Arbitrary) return
    if (typeof value === 'object' && value !== null && 'generate' in value && 'shrink' in value) {
      this.problems.push({
        _tag: 'DuplicateFastCheck',
        path,
        expected: 'an arbitrary of the fast-check that genesis-datasets re-exports',
        received: 'an arbitrary of another copy of fast-check',
        hint: "import { fc } from 'genesis-datasets'; a package loaded as ES module and as CommonJS is two copies, so load it only one way",
      })
      return
    }
    this.addProblem(path, 'an arbitrary', value, 'give a fast-check arbitrary of questions')
  }

  positive(path: string, value: unknown): void {
    if (typeof value === 'number' && Number.isFinite(value) && value > 0) return
    this.addProblem(path, 'a positive, finite weight', value, 'weights are proportions, so use any numbers above 0')
  }

  name(path: string, value: unknown, pattern: RegExp, expected: string, hint = NAME_HINT): void {
    if (typeof value === 'string' && pattern.test(value)) return
    this.addProblem(path, expected, value, hint)
  }
}

const NAME_HINT = 'it becomes part of ids and tokens, which must need no quotes in a shell'
