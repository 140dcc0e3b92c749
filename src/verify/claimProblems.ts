import { either as E } from 'fp-ts'
import type { LevelSpec } from '../model/levelSpec'
import type { Problem } from '../model/problem'
import type { Sample } from '../model/sample'
import { ADVERSARIAL_TYPES, type AdversarialType, REFUSALS } from '../model/vocabulary'
import { readToken } from '../stages/draw/readToken'
import { rowDigest } from '../stages/render/rowDigest'
import { describe } from '../utils/strings/describe'
import { invalidRow } from './invalidRow'
import type { ReadRow } from './readRow'

/** Returns the adversarial type whose refusal an output is; undefined if it is not a refusal. */
export const refusalOf = (output: string): AdversarialType | undefined => ADVERSARIAL_TYPES.find(type => REFUSALS[type] === output)

/** Returns a problem for each field of a row that contradicts another field or the level. */
export function claimProblems<Q, A>(spec: LevelSpec<Q, A>, { row, hasMetadata }: ReadRow, topic: string): readonly Problem[] {
  return [
    ...idProblems(spec.name, row.id),
    ...categoryProblems(row, hasMetadata),
    ...(row.verification_method === spec.verificationMethod || row.verification_method === 'manual'
      ? []
      : [
          invalidRow(
            'verification_method',
            `${spec.verificationMethod} or manual`,
            row.verification_method,
            'the level states how its rows are verified',
          ),
        ]),
    ...(hasMetadata ? metadataProblems(spec, row, topic) : []),
  ]
}

const idProblems = (level: string, id: string): readonly Problem[] =>
  id.startsWith(`${level}_`) && /^\d{6,}$/.test(id.slice(level.length + 1))
    ? []
    : [invalidRow('id', `${level}_ and at least six digits`, describe(id), 'a row of another level has its own oracle')]

function categoryProblems({ category, expected_output: output, metadata }: Sample, hasMetadata: boolean): readonly Problem[] {
  const type = refusalOf(output)
  const problems: Problem[] = []
  if ((category === 'adversarial') !== (type !== undefined)) {
    const expected = type === undefined ? 'valid or edge_case' : 'adversarial'
    problems.push(invalidRow('category', expected, category, `the expected output is ${type === undefined ? 'no' : 'a'} refusal`))
  }
  if (!hasMetadata) return problems
  if (metadata.adversarial_type !== (type ?? 'none')) {
    problems.push(invalidRow('metadata.adversarial_type', type ?? 'none', metadata.adversarial_type, 'it follows from the expected output'))
  }
  if ((category === 'edge_case') !== (metadata.edge !== 'none')) {
    problems.push(invalidRow('metadata.edge', category === 'edge_case' ? 'an edge' : 'none', metadata.edge, `the category is ${category}`))
  }
  return problems
}

function metadataProblems<Q, A>(spec: LevelSpec<Q, A>, row: Sample, topic: string): readonly Problem[] {
  const { metadata } = row
  const topics = Object.keys(spec.topics)
  const problems: Problem[] = []
  // If neither level nor text determines a topic, a row may leave it empty.
  const isOpen = topic === '' && metadata.topic === ''
  if (!isOpen && !topics.includes(metadata.topic)) {
    problems.push(invalidRow('metadata.topic', topics.join(', '), describe(metadata.topic), 'the level has no other topics'))
  } else if (topic !== '' && topic !== metadata.topic) {
    problems.push(invalidRow('metadata.topic', topic, metadata.topic, 'the input states its topic'))
  } else if (!isOpen && metadata.edge !== 'none' && !Object.hasOwn(spec.topics[metadata.topic]?.edges ?? {}, metadata.edge)) {
    problems.push(invalidRow('metadata.edge', 'an edge of the topic', describe(metadata.edge), `${metadata.topic} has no such edge`))
  }
  if (!/^[0-9a-f]{16}$/.test(metadata.group)) {
    problems.push(
      invalidRow('metadata.group', '16 hexadecimal digits', describe(metadata.group), 'leave the metadata empty to have it computed'),
    )
  }
  return [...problems, ...tokenProblems(spec, row)]
}

/** Returns the problems of a token that belongs to another row, topic or difficulty. An empty token, as in foreign rows, is valid. */
function tokenProblems<Q, A>(spec: LevelSpec<Q, A>, { input, expected_output, difficulty, metadata }: Sample): readonly Problem[] {
  if (metadata.token === '') return []
  const read = readToken(metadata.token, spec)
  if (E.isLeft(read)) return read.left.map(problem => ({ ...problem, _tag: 'InvalidRow' as const, path: `metadata.${problem.path}` }))
  const [cell, digest] = [read.right.cell.split('.'), rowDigest(input, expected_output)]
  if (read.right.digest !== digest)
    return [invalidRow('metadata.token', `the digest ${digest}`, read.right.digest ?? 'none', 'the token belongs to another row')]
  const problems: Problem[] = []
  if (cell.at(-1) !== difficulty) problems.push(invalidRow('difficulty', String(cell.at(-1)), difficulty, TOKEN_HINT))
  if (cell[1] !== metadata.topic) problems.push(invalidRow('metadata.topic', String(cell[1]), metadata.topic, TOKEN_HINT))
  return problems
}

const TOKEN_HINT = 'the token states how the row was drawn'
