import { measuredDifficulty } from '../stages/prove/measuredDifficulty'
import { either as E } from 'fp-ts'
import type { Answered } from '../model/draft'
import type { LevelSpec } from '../model/levelSpec'
import type { Verdict } from '../model/oracle'
import type { Problem } from '../model/problem'
import type { Sample } from '../model/sample'
import { checkLaws } from '../stages/prove/checkLaws'
import { quoted } from '../stages/prove/textualLaws'
import { describe } from '../utils/strings/describe'
import { canonicalGroup } from './canonicalGroup'
import { invalidRow } from './invalidRow'
import type { ReadRow } from './readRow'

/** Facts that the text of a row proves: metadata that verification may state. */
export interface ProvenFacts {
  readonly laws: readonly string[]
  readonly edge: string
  readonly group: string
  readonly measuredDifficulty: number
}

/** Proves a row with an answer: both texts parse and print to the same text, the answer is right, the level's laws hold. */
export function proveAnswer<Q, A>(
  spec: LevelSpec<Q, A>,
  { row, hasMetadata }: ReadRow,
  topic: string,
  verdict: Verdict<A>,
): E.Either<readonly Problem[], ProvenFacts> {
  if (verdict._tag === 'Refuse') return E.left([refusedProblem(row.expected_output, verdict.type)])
  const draft = draftOf(spec, row)
  if (E.isLeft(draft)) return draft
  const { question, answer } = draft.right
  const wrong = wrongAnswer(spec, row.expected_output, answer, verdict)
  if (wrong !== undefined) return E.left([wrong])
  const laws = checkLaws(spec.laws, draft.right)
  if ('_tag' in laws) {
    const hint = 'a law of the level'
    return E.left([
      laws._tag === 'Violated'
        ? invalidRow('expected_output', `${laws.law} holds`, laws.reason, hint, laws.law)
        : invalidRow('expected_output', 'laws that hold', `discarded: ${laws.reason}`, hint),
    ])
  }
  const edge = edgeOf(spec, row, hasMetadata, topic, question)
  if (E.isLeft(edge)) return edge
  const group = canonicalGroup(spec.canonicalForm(question))
  const measured = measuredDifficulty(spec, question)
  const problems = hasMetadata ? measureProblems(row, group, measured) : []
  if (problems.length > 0) return E.left(problems)
  const judged = verdict._tag === 'Answer' ? ['oracle.agrees'] : []
  const touched = edge.right === 'none' ? [] : ['edge.touches']
  return E.right({ laws: [...TEXT_LAWS, ...judged, ...touched, ...laws], edge: edge.right, group, measuredDifficulty: measured })
}

const TEXT_LAWS = ['text.wellFormed', 'question.roundTrip', 'answer.roundTrip', 'answer.noRefusal']

function draftOf<Q, A>(spec: LevelSpec<Q, A>, { input, expected_output }: Sample): E.Either<readonly Problem[], Answered<Q, A>> {
  const question = spec.question.parse(input)
  const answer = spec.answer.parse(expected_output)
  const problems: Problem[] = []
  if (E.isLeft(question)) problems.push(unreadableProblem('input', question.left.expected, question.left.at, input))
  else if (spec.question.print(question.right) !== input)
    problems.push(rewrittenProblem('input', spec.question.print(question.right), input))
  if (E.isLeft(answer)) problems.push(unreadableProblem('expected_output', answer.left.expected, answer.left.at, expected_output))
  else if (spec.answer.print(answer.right) !== expected_output)
    problems.push(rewrittenProblem('expected_output', spec.answer.print(answer.right), expected_output))
  return E.isRight(question) && E.isRight(answer) && problems.length === 0
    ? E.right({ _tag: 'Answered', question: question.right, answer: answer.right })
    : E.left(problems)
}

const unreadableProblem = (path: string, expected: string, at: number, received: string): Problem =>
  invalidRow(path, `${expected} at ${at}`, quoted(received), 'it cannot be read by the format of the level')

const rewrittenProblem = (path: string, expected: string, received: string): Problem =>
  invalidRow(
    path,
    quoted(expected),
    quoted(received),
    'the level prints the same value like this',
    path === 'input' ? 'question.roundTrip' : 'answer.roundTrip',
  )

const refusedProblem = (output: string, type: string): Problem =>
  invalidRow('expected_output', `a refusal: ${type}`, quoted(output), 'the oracle refuses this input: oracle.agrees', 'oracle.agrees')

function wrongAnswer<Q, A>(spec: LevelSpec<Q, A>, output: string, answer: A, verdict: Verdict<A>): Problem | undefined {
  // If the oracle cannot judge, only a review confirms the row. A promise from `equivalent` does not count as true.
  if (verdict._tag !== 'Answer' || verdict.equivalent(answer) === true) return undefined
  const expected = quoted(spec.answer.print(verdict.canonical))
  return invalidRow('expected_output', expected, quoted(output), 'the oracle gives another answer: oracle.agrees', 'oracle.agrees')
}

function edgeOf<Q, A>(
  spec: LevelSpec<Q, A>,
  { category, metadata }: Sample,
  hasMetadata: boolean,
  topic: string,
  question: Q,
): E.Either<readonly Problem[], string> {
  if (category !== 'edge_case') return E.right('none')
  const topics = topic === '' ? Object.keys(spec.topics) : [topic]
  const edges = topics.flatMap(name => Object.entries(spec.topics[name]?.edges ?? {}))
  const touched = edges.filter(([name, { touches }]) => (!hasMetadata || name === metadata.edge) && touches(question))
  if (touched[0] !== undefined) return E.right(touched[0][0])
  const expected = hasMetadata ? `a question at the edge ${metadata.edge}` : 'a question at an edge of its topic'
  return E.left([
    invalidRow(hasMetadata ? 'metadata.edge' : 'category', expected, 'one that does not touch it', 'edge.touches', 'edge.touches'),
  ])
}

function measureProblems({ metadata }: Sample, group: string, measured: number): readonly Problem[] {
  const hint = 'leave the metadata empty to have it computed'
  return [
    ...(metadata.group === group ? [] : [invalidRow('metadata.group', describe(group), describe(metadata.group), hint)]),
    ...(metadata.measured_difficulty === measured
      ? []
      : [invalidRow('metadata.measured_difficulty', String(measured), String(metadata.measured_difficulty), hint)]),
  ]
}
