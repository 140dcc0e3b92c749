import { type Split, SPLITS } from '../../model/vocabulary'
import type { CardLevel } from './cardLevel'
import { ROW_FIELDS, type RowField } from './rowFields'

/** A node of a JSON-LD document. */
export type Node = Readonly<Record<string, unknown>>

/** Identifier of the record set of splits. Its hyphen, which no level name has, keeps it unique in the document. */
const SPLIT_SET = 'split-names'

/** Returns the identifier of the file set of a level. */
export const filesOf = (level: string): string => `${level}-files`

/** Croissant types of the splits (specification, "Splits"); held-out traps are test data too. */
const SPLIT_URLS: Readonly<Record<Split, string>> = {
  train: 'cr:TrainingSplit',
  val: 'cr:ValidationSplit',
  test: 'cr:TestSplit',
  adversarial: 'cr:TestSplit',
}

/** Returns the record set of the split names, which the rows of every level refer to. */
export const splitRecords = (): Node => ({
  '@type': 'cr:RecordSet',
  '@id': SPLIT_SET,
  name: SPLIT_SET,
  description: 'The splits, as named by the files.',
  dataType: 'cr:Split',
  key: { '@id': `${SPLIT_SET}/name` },
  field: [
    { '@type': 'cr:Field', '@id': `${SPLIT_SET}/name`, name: 'name', dataType: 'sc:Text' },
    { '@type': 'cr:Field', '@id': `${SPLIT_SET}/url`, name: 'url', dataType: 'cr:Split' },
  ],
  data: SPLITS.map(split => ({ [`${SPLIT_SET}/name`]: split, [`${SPLIT_SET}/url`]: SPLIT_URLS[split] })),
})

/** Returns the record set of a level's rows, with all fields. */
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
  description: 'The labels of the row and how it was proven.',
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
