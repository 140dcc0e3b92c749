import { either as E } from 'fp-ts'
import type { Errors } from 'io-ts'
import { messageOf } from '../utils/strings/errorMessage'
import type { Problem } from '../model/problem'
import { METADATA_KEYS, SAMPLE_KEYS, type Sample, SampleCodec } from '../model/sample'
import { describe } from '../utils/strings/describe'
import { duplicateKey } from './duplicateKey'
import { firstPerPath } from './firstPerPath'
import { invalidRow } from './invalidRow'
import { plainFields } from './plainFields'

/** A row of valid form. `hasMetadata` is false for empty metadata, as in the seed format. */
export interface ReadRow {
  readonly row: Sample
  readonly hasMetadata: boolean
}

type Fields = Readonly<Record<string, unknown>>

/** Placeholder for empty metadata; it claims nothing. */
const NO_METADATA = {
  topic: '',
  adversarial_type: 'none',
  edge: 'none',
  laws: [],
  verified_by: [],
  group: '',
  measured_difficulty: 0,
  token: '',
} as const

/** Reads a row from a value or its line of JSON. Returns all problems of its form if it is invalid. */
export function readRow(given: unknown): E.Either<readonly Problem[], ReadRow> {
  try {
    const value = typeof given === 'string' ? parseLine(given) : E.right(given)
    return E.isLeft(value) ? E.left([value.left]) : decodeRow(value.right)
  } catch (thrown) {
    return E.left([invalidRow('row', 'an object that can be read', messageOf(thrown), 'a getter or proxy in it throws')])
  }
}

function parseLine(line: string): E.Either<Problem, unknown> {
  try {
    const value: unknown = JSON.parse(line)
    const duplicate = duplicateKey(line)
    if (duplicate === undefined) return E.right(value)
    return E.left(
      invalidRow(duplicate, 'each key once', `${JSON.stringify(duplicate)} twice`, 'readers differ in which of the two they keep'),
    )
  } catch (thrown) {
    return E.left(invalidRow('row', 'a line of JSON', messageOf(thrown), 'a line is one object, with no byte order mark before it'))
  }
}

function decodeRow(value: unknown): E.Either<readonly Problem[], ReadRow> {
  const row = plainFields('row', value)
  if (E.isLeft(row)) return E.left([row.left])
  const metadata = 'metadata' in row.right ? plainFields('metadata', row.right.metadata) : E.right({})
  if (E.isLeft(metadata)) return E.left([...keyProblems('', row.right, SAMPLE_KEYS), metadata.left])
  const hasMetadata = Object.keys(metadata.right).length > 0
  const problems = [
    ...keyProblems('', row.right, SAMPLE_KEYS),
    ...(hasMetadata ? keyProblems('metadata.', metadata.right, METADATA_KEYS) : []),
  ]
  const decoded = SampleCodec.decode({ ...row.right, metadata: hasMetadata ? metadata.right : NO_METADATA })
  if (E.isLeft(decoded)) return E.left(firstPerPath([...problems, ...codecProblems(decoded.left)]))
  problems.push(...surrogateProblems('', decoded.right), ...numberProblems(decoded.right))
  return problems.length > 0 ? E.left(problems) : E.right({ row: decoded.right, hasMetadata })
}

function keyProblems(prefix: string, fields: Fields, keys: readonly string[]): readonly Problem[] {
  const given = Object.keys(fields)
  return [
    ...keys.filter(key => !given.includes(key)).map(key => invalidRow(prefix + key, 'a field', 'nothing', 'every row has the same fields')),
    ...given
      .filter(key => !keys.includes(key))
      .map(key => invalidRow(prefix + (key || '""'), 'no such field', describe(fields[key]), `a row has ${keys.join(', ')}`)),
  ]
}

/** Returns the decoding errors. They include missing fields, which `keyProblems` reports first. */
const codecProblems = (errors: Errors): readonly Problem[] =>
  errors.map(({ context, value }) => {
    const path = context.map(({ key }) => key).filter(key => key !== '')
    const expected = context.at(-1)?.type.name ?? 'another value'
    return invalidRow(path.join('.'), expected.replaceAll('"', '').replaceAll(' | ', ', '), describe(value), 'see the row format')
  })

/** Returns a problem for a difficulty that is not a safe integer: JSON readers disagree about such numbers. */
function numberProblems({ metadata: { measured_difficulty: measured } }: Sample): readonly Problem[] {
  if (Number.isSafeInteger(measured) && !Object.is(measured, -0)) return []
  const received = Object.is(measured, -0) ? '-0' : String(measured)
  return [invalidRow('metadata.measured_difficulty', 'a safe integer', received, 'readers parse other numbers differently')]
}

function surrogateProblems(path: string, value: unknown): readonly Problem[] {
  if (typeof value === 'string' && !value.isWellFormed())
    return [invalidRow(path, 'well-formed text', 'a lone surrogate', 'loaders turn it into another character')]
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, part]) => surrogateProblems(path === '' ? key : `${path}.${key}`, part))
}
