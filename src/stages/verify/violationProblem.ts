import type { Cell } from '../../model/cell'
import type { Draft } from '../../model/draft'
import type { LevelSpec } from '../../model/levelSpec'
import type { Exhibit, Problem } from '../../model/problem'
import { type Seed, spellSeed } from '../../model/seed'
import { REFUSALS } from '../../model/vocabulary'
import type { CellSource } from '../draw/cellSource'
import type { Drawn } from '../draw/draw'
import { spellToken } from '../draw/token'
import { shrink } from './shrink'
import type { Verification } from './verify'

/** A violated law as a problem, with its shrunk counterexample and the token that draws it again. */
export function violationProblem<Q, A>(
  spec: LevelSpec<Q, A>,
  seed: Seed,
  cell: Cell,
  source: CellSource<Q, A>,
  { value, draft, address }: Drawn<Q, A>,
  { law, reason }: Extract<Verification, { readonly _tag: 'Violated' }>,
): Problem {
  const original = draft as Draft<Q, A>
  const shrunk = shrink(spec, cell, source, { value, draft: original, reason }, law)
  const token = spellToken(spec, seed, cell, address, { path: shrunk.path })
  return {
    _tag: 'LawViolated',
    path: cell.name,
    expected: `${law} holds`,
    received: shrunk.reason,
    hint: 'the generator, the oracle or the law is wrong: a violated law is a bug, never a statistic',
    token,
    counterexample: {
      law,
      reason: shrunk.reason,
      original: exhibit(spec, original),
      shrunk: exhibit(spec, shrunk.draft),
      shrinks: shrunk.path.length,
      minimal: shrunk.minimal,
      seed: spellSeed(seed),
      token,
    },
  }
}

const exhibit = <Q, A>(spec: LevelSpec<Q, A>, draft: Draft<Q, A>): Exhibit =>
  draft._tag === 'Answered'
    ? { input: spec.question.print(draft.question), expected_output: spec.answer.print(draft.answer) }
    : { input: draft.trap.input, expected_output: REFUSALS[draft.trap.type] }
