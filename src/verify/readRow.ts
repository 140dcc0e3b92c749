import { either as E } from 'fp-ts'
import type { Errors } from 'io-ts'
import { messageOf } from '../utils/strings/errorMessage'
import type { Problem } from '../model/problem'
import { METADATA_KEYS, SAMPLE_KEYS, type Sample, SampleCodec } from '../model/sample'
import { describe } from '../utils/strings/describe'
import { duplicateKey } from './duplicateKey'
import { firstOfEachPlace } from './firstPerPath'
import { invalidRow } from './invalidRow'
import { plainFields } from './plainFields'

/** A row whose form is right; `hasMetadata` is false for the seed format's empty metadata. */
export interface ReadRow {
  readonly row: Sample
  readonly hasMetadata: boolean
}

type Fields = Readonly<Record<string, unknown>>

/** What stands for metadata that a row does not give: nothing is claimed. */
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

/** A row of the row format, from a value or from its line of JSON; or everything that is wrong with its form. */
export function readRow(given: unknown): E.Either<readonly Problem[], ReadRow> {
  try {
    const value = typeof given === 'string' ? fromLine(given) : E.right(given)
    return E.isLeft(value) ? E.left([value.left]) : fromValue(value.right)
  } catch (thrown) {
    return E.left([invalidRow('row', 'an object that can be read', messageOf(thrown), 'a getter or proxy in it throws')])
  }
}

function fromLine(line: string): E.Either<Problem, unknown> {
  try {
    const value: unknown = JSON.parse(line)
    const twice = duplicateKey(line)
    if (twice === undefined) return E.right(value)
    return E.left(invalidRow(twice, 'each key once', `${JSON.stringify(twice)} twice`, 'readers differ in which of the two they keep'))
  } catch (thrown) {
    return E.left(invalidRow('row', 'a line of JSON', messageOf(thrown), 'a line is one object, with no byte order mark before it'))
  }
}

function fromValue(value: unknown): E.Either<readonly Problem[], ReadRow> {
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
  if (E.isLeft(decoded)) return E.left(firstOfEachPlace([...problems, ...codecProblems(decoded.left)]))
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

/** A missing field is one of these as well; it was reported before. */
const codecProblems = (errors: Errors): readonly Problem[] =>
  errors.map(({ context, value }) => {
    const path = context.map(({ key }) => key).filter(key => key !== '')
    const expected = context.at(-1)?.type.name ?? 'another value'
    return invalidRow(path.join('.'), expected.replaceAll('"', '').replaceAll(' | ', ', '), describe(value), 'see the row format')
  })

/** JSON has no other whole numbers that every reader takes for the same. */
function numberProblems({ metadata: { measured_difficulty: measured } }: Sample): readonly Problem[] {
  if (Number.isSafeInteger(measured) && !Object.is(measured, -0)) return []
  const received = Object.is(measured, -0) ? '-0' : String(measured)
  return [invalidRow('metadata.measured_difficulty', 'a safe integer', received, 'readers differ in what they make of it')]
}

function surrogateProblems(path: string, value: unknown): readonly Problem[] {
  if (typeof value === 'string' && !value.isWellFormed())
    return [invalidRow(path, 'well-formed text', 'a lone surrogate', 'loaders turn it into another character')]
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, part]) => surrogateProblems(path === '' ? key : `${path}.${key}`, part))
}
