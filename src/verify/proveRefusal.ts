import { either as E } from 'fp-ts'
import type { LevelSpec } from '../model/levelSpec'
import type { Verdict } from '../model/oracle'
import type { Problem } from '../model/problem'
import type { AdversarialType } from '../model/vocabulary'
import { quoted } from '../stages/prove/textualLaws'
import { canonicalGroup } from './canonicalGroup'
import { invalidRow } from './invalidRow'
import type { ProvenFacts } from './proveAnswer'
import type { ReadRow } from './readRow'

/**
 * Proves a refusal: the oracle names its type from the text alone. Twin and witness are not in the text, so they are not
 * proven. Group and measured difficulty belong to the twin and are kept as given.
 */
export function proveRefusal<Q, A>(
  spec: LevelSpec<Q, A>,
  { row, hasMetadata }: ReadRow,
  type: AdversarialType,
  verdict: Verdict<A>,
): E.Either<readonly Problem[], ProvenFacts> {
  if (verdict._tag === 'Answer') {
    return E.left([
      invalidRow(
        'expected_output',
        quoted(spec.answer.print(verdict.canonical)),
        quoted(row.expected_output),
        'the oracle answers it: refusal.onlyOne',
        'refusal.onlyOne',
      ),
    ])
  }
  if (verdict._tag === 'Refuse' && verdict.type !== type) {
    return E.left([
      invalidRow(
        'expected_output',
        `the refusal of ${verdict.type}`,
        quoted(row.expected_output),
        'it is the first reason that applies: refusal.onlyOne',
        'refusal.onlyOne',
      ),
    ])
  }
  const recognised = type === 'out_of_scope' && Object.values(spec.domains ?? {}).some(recognises => recognises(row.input))
  if (type === 'out_of_scope' && !recognised) {
    return E.left([
      invalidRow(
        'input',
        'a text of a domain outside the level',
        quoted(row.input),
        'no domain recognises it: refusal.outOfScope',
        'refusal.outOfScope',
      ),
    ])
  }
  const laws = ['text.wellFormed', ...(verdict._tag === 'Refuse' ? ['refusal.onlyOne'] : []), ...(recognised ? ['refusal.outOfScope'] : [])]
  if (hasMetadata) return E.right({ laws, edge: 'none', group: row.metadata.group, measuredDifficulty: row.metadata.measured_difficulty })
  const question = spec.question.parse(row.input)
  const group = canonicalGroup(E.isRight(question) ? spec.canonicalForm(question.right) : row.input)
  return E.right({ laws, edge: 'none', group, measuredDifficulty: NOT_MEASURED })
}

/** Measured difficulty of a trap without metadata. It is measured on the twin's question, which the text does not contain. */
const NOT_MEASURED = -1
