import { type Split, SPLITS } from '../../model/vocabulary'
import type { CardLevel } from './cardLevel'
import { ROW_FIELDS, type RowField } from './rowFields'

/** A node of a JSON-LD document. */
export type Node = Readonly<Record<string, unknown>>

/** Has a hyphen, which no level's name has: identifiers are unique in the whole document. */
const SPLIT_SET = 'split-names'

/** The set of files that the rows of a level lie in. */
export const filesOf = (level: string): string => `${level}-files`

/** What a split is for (specification, "Splits"); held-out traps are for tests too. */
const SPLIT_URLS: Readonly<Record<Split, string>> = {
  train: 'cr:TrainingSplit',
  val: 'cr:ValidationSplit',
  test: 'cr:TestSplit',
  adversarial: 'cr:TestSplit',
}

/** The names of the splits, which the rows of every level refer to. */
export const splitRecords = (): Node => ({
  '@type': 'cr:RecordSet',
  '@id': SPLIT_SET,
  name: SPLIT_SET,
  description: 'The splits, which the names of the files tell.',
  dataType: 'cr:Split',
  key: { '@id': `${SPLIT_SET}/name` },
  field: [
    { '@type': 'cr:Field', '@id': `${SPLIT_SET}/name`, name: 'name', dataType: 'sc:Text' },
    { '@type': 'cr:Field', '@id': `${SPLIT_SET}/url`, name: 'url', dataType: 'cr:Split' },
  ],
  data: SPLITS.map(split => ({ [`${SPLIT_SET}/name`]: split, [`${SPLIT_SET}/url`]: SPLIT_URLS[split] })),
})

/** The rows of a level, field by field. */
export const levelRecords = ({ manifest: { level, version, verifiedBy } }: CardLevel): Node => ({
  '@type': 'cr:RecordSet',
  '@id': level,
  name: level,
  description: `The rows of ${level} ${version}, confirmed by ${verifiedBy.join(', ')}.`.toWellFormed(),
  key: { '@id': `${level}/id` },
  field: [splitField(level), ...ROW_FIELDS.filter(isFlat).map(field => fieldNode(level, field)), metadataField(level)],
})

const isFlat = ({ path }: RowField): boolean => path.length === 1

const splitField = (level: string): Node => ({
  '@type': 'cr:Field',
  '@id': `${level}/split`,
  name: 'split',
  description: 'The split that the row belongs to.',
  dataType: 'sc:Text',
  source: {
    fileSet: { '@id': filesOf(level) },
    extract: { fileProperty: 'fullpath' },
    transform: { regex: `^(?:.*/)?(${SPLITS.join('|')})\\.jsonl$` },
  },
  references: { '@id': `${SPLIT_SET}/name` },
})

const metadataField = (level: string): Node => ({
  '@type': 'cr:Field',
  '@id': `${level}/metadata`,
  name: 'metadata',
  description: 'What the row is about, and how it was proven.',
  subField: ROW_FIELDS.filter(field => !isFlat(field)).map(field => fieldNode(level, field)),
})

const fieldNode = (level: string, { path, type, meaning }: RowField): Node => ({
  '@type': 'cr:Field',
  '@id': [level, ...path].join('/'),
  name: path.at(-1),
  description: meaning,
  dataType: path[0] === 'expected_output' ? ['sc:Text', 'cr:Label'] : DATA_TYPES[type],
  ...(type === 'texts' ? { isArray: true } : {}),
  source: { fileSet: { '@id': filesOf(level) }, extract: { jsonPath: `$.${path.join('.')}` } },
})

const DATA_TYPES: Readonly<Record<RowField['type'], string>> = {
  text: 'sc:Text',
  texts: 'sc:Text',
  integer: 'sc:Integer',
  boolean: 'sc:Boolean',
}
