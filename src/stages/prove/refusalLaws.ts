import type { Trap } from '../../model/draft'
import type { Format } from '../../model/format'
import type { Outcome } from '../../model/law'
import type { Verdict } from '../../model/oracle'
import type { AdversarialType } from '../../model/vocabulary'
import { quoted } from './textualLaws'

/** What the laws of refusals look at: a trap and what the oracle said of its text and of its witness's texts. */
export interface RefusalEvidence<A> {
  readonly trap: Trap
  readonly verdict: Verdict<A> | undefined
  readonly witnessVerdicts: readonly Verdict<A>[]
  readonly twinInput: string
  readonly answer: Format<A>
  readonly domains: Readonly<Record<string, (input: string) => boolean>>
}

/** The texts of a trap's witness that the oracle has to judge. */
export function witnessTexts(trap: Trap): readonly string[] {
  switch (trap.type) {
    case 'contradictory':
      return trap.witness.without
    case 'incomplete':
      return trap.witness.completions
    case 'ambiguous':
      return trap.witness.readings
    default:
      return []
  }
}

/** `refusal.onlyOne`: from the text alone, the oracle names this type, the first in the order of precedence. */
export function onlyOne<A>({ trap, verdict }: RefusalEvidence<A>): Outcome {
  if (verdict === undefined) return { violated: 'the oracle gave no verdict' }
  if (verdict._tag === 'CannotJudge') return { discard: verdict.reason }
  if (verdict._tag === 'Answer') return { violated: `labelled ${trap.type}, but the oracle answers it` }
  return verdict.type === trap.type ? 'holds' : { violated: `labelled ${trap.type}, but the oracle names it ${verdict.type}` }
}

/** The law of each type: its witness proves that the refusal is right. */
export const WITNESS_LAWS: {
  readonly [T in AdversarialType]: { readonly name: string; readonly check: <A>(evidence: RefusalEvidence<A>) => Outcome }
} = {
  out_of_scope: { name: 'refusal.outOfScope', check: outOfScope },
  malformed: { name: 'refusal.malformed', check: malformed },
  contradictory: { name: 'refusal.contradictory', check: contradictory },
  incomplete: { name: 'refusal.incomplete', check: evidence => twoAnswers(evidence, 'completion', true) },
  ambiguous: { name: 'refusal.ambiguous', check: evidence => twoAnswers(evidence, 'reading', false) },
}

/** `refusal.fromTwin`: the trap is an edit of its twin, not the twin itself. */
export const fromItsTwin = <A>({ trap, twinInput }: RefusalEvidence<A>): Outcome =>
  trap.input === twinInput ? { violated: 'the trap has the very text of its answerable twin' } : 'holds'

function outOfScope<A>({ trap, domains }: RefusalEvidence<A>): Outcome {
  if (trap.type !== 'out_of_scope') return 'notApplicable'
  const { domain } = trap.witness
  const recognises = Object.hasOwn(domains, domain) ? domains[domain] : undefined
  if (recognises === undefined) return { violated: `the witness names the domain ${quoted(domain)}, which the level spec does not have` }
  return recognises(trap.input) ? 'holds' : { violated: `the recogniser of ${quoted(domain)} rejects the text` }
}

function malformed<A>({ trap, verdict }: RefusalEvidence<A>): Outcome {
  if (trap.type !== 'malformed' || verdict?._tag !== 'Refuse' || verdict.type !== 'malformed') return 'notApplicable'
  return verdict.at === trap.witness.at
    ? 'holds'
    : { violated: `the witness says that it breaks at ${trap.witness.at}, the oracle at ${verdict.at}` }
}

function contradictory<A>({ trap, witnessVerdicts }: RefusalEvidence<A>): Outcome {
  if (trap.type !== 'contradictory') return 'notApplicable'
  const { without } = trap.witness
  if (without.length === 0) return { violated: 'the witness names no statement whose removal gives an answer' }
  for (const [index, text] of without.entries()) {
    if (!extendsText(trap.input, text)) return { violated: `${quoted(text)} is not the input less one piece` }
    const problem = unanswered(witnessVerdicts[index], () => `the input less one statement, ${quoted(text)},`)
    if (problem !== undefined) return problem
  }
  return 'holds'
}

function twoAnswers<A>({ trap, witnessVerdicts, answer }: RefusalEvidence<A>, what: string, extending: boolean): Outcome {
  const [first, second] = witnessVerdicts
  const [firstText = '', secondText = ''] = witnessTexts(trap)
  const problem =
    unanswered(first, () => `the ${what} ${quoted(firstText)}`) ?? unanswered(second, () => `the ${what} ${quoted(secondText)}`)
  if (problem !== undefined) return problem
  if (extending) {
    const stranger = witnessTexts(trap).find(text => !extendsText(text, trap.input))
    if (stranger !== undefined) return { violated: `${quoted(stranger)} does not extend the input` }
  }
  if (first?._tag !== 'Answer' || second?._tag !== 'Answer') return 'notApplicable'
  return first.equivalent(second.canonical) || second.equivalent(first.canonical)
    ? { violated: `both ${what}s have the answer ${quoted(answer.print(first.canonical))}` }
    : 'holds'
}

/** Why a text of a witness is of no use; its name is told only where it is asked for. */
function unanswered<A>(verdict: Verdict<A> | undefined, what: () => string): Exclude<Outcome, string> | undefined {
  if (verdict === undefined) return { violated: `the oracle did not judge ${what()}` }
  if (verdict._tag === 'CannotJudge') return { discard: verdict.reason }
  return verdict._tag === 'Refuse' ? { violated: `${what()} is not answerable: ${verdict.type}` } : undefined
}

/** Whether `longer` is `shorter` with one piece put in, at any place. */
function extendsText(longer: string, shorter: string): boolean {
  if (longer.length <= shorter.length) return false
  // As a rule it is put in at an end.
  if (longer.startsWith(shorter) || longer.endsWith(shorter)) return true
  let start = 0
  while (start < shorter.length && longer[start] === shorter[start]) start++
  let end = 0
  while (end < shorter.length - start && longer[longer.length - 1 - end] === shorter[shorter.length - 1 - end]) end++
  return start + end === shorter.length
}
