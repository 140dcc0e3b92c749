import * as fc from 'fast-check'
import type { Problem } from '../model/problem'
import { describe } from '../utils/strings/describe'

export type Fields = Readonly<Record<string, unknown>>

/** Collects everything that is wrong with a level spec, each problem with its path. */
export class Inspector {
  readonly problems: Problem[] = []

  complain(path: string, expected: string, received: unknown, hint: string): void {
    this.problems.push({ _tag: 'InvalidSpec', path, expected, received: describe(received), hint })
  }

  /** The fields of an object, or undefined with a complaint. */
  object(path: string, value: unknown, hint: string): Fields | undefined {
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Fields
    this.complain(path, 'an object', value, hint)
    return undefined
  }

  function(path: string, value: unknown, hint: string): void {
    if (typeof value !== 'function') this.complain(path, 'a function', value, hint)
  }

  arbitrary(path: string, value: unknown): void {
    if (value instanceof fc.Arbitrary) return
    if (typeof value === 'object' && value !== null && 'generate' in value && 'shrink' in value) {
      this.problems.push({
        _tag: 'ForeignFastCheck',
        path,
        expected: 'an arbitrary of the fast-check that genesis-datasets re-exports',
        received: 'an arbitrary of another copy of fast-check',
        hint: "import { fc } from 'genesis-datasets'; a package loaded both as ES module and as CommonJS is two copies: load it one way",
      })
      return
    }
    this.complain(path, 'an arbitrary', value, 'give a fast-check arbitrary of questions')
  }

  positive(path: string, value: unknown): void {
    if (typeof value === 'number' && Number.isFinite(value) && value > 0) return
    this.complain(path, 'a positive, finite weight', value, 'weights are proportions: use any numbers above 0')
  }

  name(path: string, value: unknown, pattern: RegExp, expected: string, hint = TELLING): void {
    if (typeof value === 'string' && pattern.test(value)) return
    this.complain(path, expected, value, hint)
  }
}

const TELLING = 'it becomes a part of ids and tokens, which a shell must leave alone'
