import { describe, expect, it } from 'vitest'
import { commandError } from '../../../src/cli/commandError'
import { exitCodeOf } from '../../../src/cli/exitCode'
import type { Problem, ProblemTag } from '../../../src/model/problem'

const problem = (_tag: ProblemTag): Problem => ({ _tag, path: 'x', expected: 'x', received: 'x', hint: 'x' })
const codeOf = (...tags: readonly ProblemTag[]): number => exitCodeOf(commandError(tags.map(problem)))

/** All kinds of problems, so that a new one must be considered here. */
const CODES: Readonly<Record<ProblemTag, number>> = {
  InvalidSpec: 2,
  InvalidSeed: 2,
  InvalidOption: 2,
  InvalidToken: 2,
  InvalidRow: 1,
  InvalidReview: 3,
  DuplicateFastCheck: 2,
  ToolMissing: 2,
  CannotPlan: 2,
  CellExhausted: 1,
  CannotDraw: 1,
  NotCovered: 1,
  NoCounterexample: 1,
  Shortcut: 1,
  LawViolated: 1,
  CodeThrew: 1,
  WorkerDied: 1,
  CannotRead: 3,
  CannotWrite: 3,
  InvalidLine: 3,
  InvalidShard: 3,
  ShardFailed: 1,
  ConnectionFailed: 3,
  AlreadyExists: 2,
  Locked: 2,
  Interrupted: 130,
}

describe('the exit status', () => {
  it.each(Object.entries(CODES))('of %s is %i', (tag, code) => {
    expect(codeOf(tag as ProblemTag)).toBe(code)
  })

  it('of several problems is that of the most blocking one: interruption, then the disk, then usage', () => {
    expect(codeOf('LawViolated', 'InvalidOption')).toBe(2)
    expect(codeOf('InvalidOption', 'InvalidLine')).toBe(3)
    expect(codeOf('InvalidLine', 'Interrupted')).toBe(130)
  })
})
