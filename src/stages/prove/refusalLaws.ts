import type { Trap } from '../../model/draft'
import type { Format } from '../../model/format'
import type { LawOutcome } from '../../model/law'
import type { Verdict } from '../../model/oracle'
import type { AdversarialType } from '../../model/vocabulary'
import { quoted } from './textualLaws'
import { witnessShapeProblem } from './witnessShape'

/** Evidence for the laws of refusals: a trap and the oracle's verdicts on its text and on its witness's texts. */
export interface RefusalEvidence<A> {
  readonly trap: Trap
  readonly verdict: Verdict<A> | undefined
  readonly witnessVerdicts: readonly (Verdict<A> | undefined)[]
  /** Reason why the oracle gave no verdict on a text, for the texts without one. */
  readonly noVerdict: string
  readonly twinInput: string
  readonly answer: Format<A>
  readonly domains: Readonly<Record<string, (input: string) => boolean>>
}

/** Returns the texts of a trap's witness that the oracle must judge; none if the witness has the wrong shape. */
export function witnessTexts(trap: Trap): readonly string[] {
  if (witnessShapeProblem(trap) !== undefined) return []
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

/** Checks `refusal.onlyOne`: from the text alone, the oracle names this type, the first applicable one in order of precedence. */
export function onlyOne<A>({ trap, verdict, noVerdict }: RefusalEvidence<A>): LawOutcome {
  if (verdict === undefined) return { violated: noVerdict }
  if (verdict._tag === 'CannotJudge') return { discard: verdict.reason }
  if (verdict._tag === 'Answer') return { violated: `labelled ${trap.type}, but the oracle answers it` }
  return verdict.type === trap.type ? 'holds' : { violated: `labelled ${trap.type}, but the oracle names it ${verdict.type}` }
}

/** Law about a trap, with the name that rows record. */
interface WitnessLaw {
  readonly name: string
  readonly check: <A>(evidence: RefusalEvidence<A>) => LawOutcome
}

/** Returns a law that first checks the shape of the witness. */
const witnessLaw = (name: string, check: WitnessLaw['check']): WitnessLaw => ({
  name,
  check: evidence => {
    const violated = witnessShapeProblem(evidence.trap)
    return violated === undefined ? check(evidence) : { violated }
  },
})

/** Law of each type: the witness proves that the refusal is right. */
export const WITNESS_LAWS: Readonly<Record<AdversarialType, WitnessLaw>> = {
  out_of_scope: witnessLaw('refusal.outOfScope', outOfScope),
  malformed: witnessLaw('refusal.malformed', malformed),
  contradictory: witnessLaw('refusal.contradictory', contradictory),
  incomplete: witnessLaw('refusal.incomplete', evidence => twoAnswers(evidence, 'completion', true)),
  ambiguous: witnessLaw('refusal.ambiguous', evidence => twoAnswers(evidence, 'reading', false)),
}

/** Checks `refusal.fromTwin`: the trap is an edit of its twin, not the twin itself. */
export const differsFromTwin = <A>({ trap, twinInput }: RefusalEvidence<A>): LawOutcome =>
  trap.input === twinInput ? { violated: 'the trap has the same text as its answerable twin' } : 'holds'

function outOfScope<A>({ trap, domains }: RefusalEvidence<A>): LawOutcome {
  if (trap.type !== 'out_of_scope') return 'notApplicable'
  const { domain } = trap.witness
  const recognises = Object.hasOwn(domains, domain) ? domains[domain] : undefined
  if (recognises === undefined) return { violated: `the witness names the domain ${quoted(domain)}, which the level spec does not have` }
  return recognises(trap.input) ? 'holds' : { violated: `the recogniser of ${quoted(domain)} rejects the text` }
}

function malformed<A>({ trap, verdict }: RefusalEvidence<A>): LawOutcome {
  if (trap.type !== 'malformed' || verdict?._tag !== 'Refuse' || verdict.type !== 'malformed') return 'notApplicable'
  return verdict.at === trap.witness.at
    ? 'holds'
    : { violated: `the witness says that the input breaks at ${trap.witness.at}, the oracle at ${verdict.at}` }
}

function contradictory<A>({ trap, witnessVerdicts }: RefusalEvidence<A>): LawOutcome {
  if (trap.type !== 'contradictory') return 'notApplicable'
  const { without } = trap.witness
  if (without.length === 0) return { violated: 'the witness names no statement whose removal gives an answer' }
  for (const [index, text] of without.entries()) {
    if (!extendsText(trap.input, text)) return { violated: `${quoted(text)} is not the input without one piece of text` }
    const problem = checkAnswerable(witnessVerdicts[index], () => `the input without one statement, ${quoted(text)},`)
    if (problem !== undefined) return problem
  }
  return 'holds'
}

function twoAnswers<A>({ trap, witnessVerdicts, answer }: RefusalEvidence<A>, what: string, extending: boolean): LawOutcome {
  const [first, second] = witnessVerdicts
  const [firstText = '', secondText = ''] = witnessTexts(trap)
  const problem =
    checkAnswerable(first, () => `the ${what} ${quoted(firstText)}`) ?? checkAnswerable(second, () => `the ${what} ${quoted(secondText)}`)
  if (problem !== undefined) return problem
  if (extending) {
    const unrelated = witnessTexts(trap).find(text => !extendsText(text, trap.input))
    if (unrelated !== undefined) return { violated: `the completion ${quoted(unrelated)} is not the input with one piece inserted` }
  }
  if (first?._tag !== 'Answer' || second?._tag !== 'Answer') return 'notApplicable'
  return first.equivalent(second.canonical) || second.equivalent(first.canonical)
    ? {
        violated: `the ${what}s ${quoted(firstText)} and ${quoted(secondText)} both have the answer ${quoted(answer.print(first.canonical))}`,
      }
    : 'holds'
}

/**
 * Returns the outcome for a witness's text that is not answerable; undefined if the oracle answers it.
 *
 * @param what describes the text; it is called only for a violation
 */
function checkAnswerable<A>(verdict: Verdict<A> | undefined, what: () => string): Exclude<LawOutcome, string> | undefined {
  if (verdict === undefined) return { violated: `the oracle did not judge ${what()}` }
  if (verdict._tag === 'CannotJudge') return { discard: verdict.reason }
  return verdict._tag === 'Refuse' ? { violated: `${what()} is not answerable: ${verdict.type}` } : undefined
}

/** True if `longer` is `shorter` with one piece of text inserted anywhere. */
function extendsText(longer: string, shorter: string): boolean {
  if (longer.length <= shorter.length) return false
  // Usually the piece is at the start or at the end.
  if (longer.startsWith(shorter) || longer.endsWith(shorter)) return true
  let start = 0
  while (start < shorter.length && longer[start] === shorter[start]) start++
  let end = 0
  while (end < shorter.length - start && longer[longer.length - 1 - end] === shorter[shorter.length - 1 - end]) end++
  return start + end === shorter.length
}
