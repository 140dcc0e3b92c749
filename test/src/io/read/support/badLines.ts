import type { Sample } from 'genesis-datasets'

/** Bytes of a line that is not a row, made from a row, and the expected problem. */
export interface BadInput {
  readonly name: string
  readonly bytes: (row: Sample) => string | Buffer
  /** Parts of the message behind file and line, in this order. */
  readonly says: readonly string[]
}

const json = (row: unknown): string => JSON.stringify(row)
const within = (row: Sample, ...bytes: readonly number[]): Buffer => {
  const line = Buffer.from(json(row))
  const at = line.indexOf('sum') + 1
  return Buffer.concat([line.subarray(0, at), Buffer.from(bytes), line.subarray(at)])
}
const withKey = (row: Sample, key: string, value = '1'): string => `${json(row).slice(0, -1)},${key}:${value}}`
const inMetadata = (row: Sample, text: string): string => json(row).replace('"metadata":{', `"metadata":{${text},`)
const measured = (row: Sample, number: string): string => json(row).replace(/"measured_difficulty":\d+/, `"measured_difficulty":${number}`)
const laws = (row: Sample, items: string): string => json(row).replace(/"laws":\[.*?\]/, `"laws":[${items}]`)
const nested = (open: string, close: string, depth: number): string => open.repeat(depth) + close.repeat(depth)
const keys = (count: number): string => Array.from({ length: count }, (_, index) => `"k${index}":1`).join()

const one = (name: string, bytes: BadInput['bytes'], ...says: readonly string[]): BadInput => ({ name, bytes, says })

const BYTES: readonly BadInput[] = [
  one('a byte that is never UTF-8', row => within(row, 0xff), 'a line of UTF-8 text', '0xff at byte ', 'not UTF-8'),
  one('Latin-1', row => within(row, 0xe9), 'a line of UTF-8 text', '0xe9 at byte '),
  one('an overlong sequence', row => within(row, 0xc0, 0xaf), 'a line of UTF-8 text', '0xc0 at byte '),
  one('a surrogate in three bytes', row => within(row, 0xed, 0xa0, 0x80), 'a line of UTF-8 text', '0xed at byte '),
  one('a sequence that is cut off', row => within(row, 0xe2, 0x82), 'a line of UTF-8 text', '0xe2 at byte '),
  one('a sequence beyond Unicode', row => within(row, 0xf4, 0x90, 0x80, 0x80), 'a line of UTF-8 text', '0xf4 at byte '),
  one('a wrong byte behind a replacement character', () => Buffer.from([0x22, 0xef, 0xbf, 0xbd, 0xc3, 0xa9, 0xfe]), '0xfe at byte 7'),
  one('NUL', row => within(row, 0), 'a line of UTF-8 text', 'a NUL at byte '),
  one('nothing but NUL', () => Buffer.alloc(4_096), 'a line of UTF-8 text', 'a NUL at byte 1', 'a crash'),
  one('a control character', row => within(row, 1), 'a line of JSON', 'control character'),
  one('a tab in a text', row => within(row, 9), 'a line of JSON', 'control character'),
]

const SYNTAX: readonly BadInput[] = [
  one('a row without its end', row => json(row).slice(0, -40), 'a line of JSON', 'a row is one JSON object'),
  one('a row without its beginning', row => json(row).slice(9), 'a line of JSON'),
  one('two rows on one line', row => json(row) + json(row), 'a line of JSON', 'a line feed may be missing'),
  one('two rows and a carriage return', row => `${json(row)}\r${json(row)}`, 'a line of JSON', 'carriage returns'),
  one('a comma behind the row', row => `${json(row)},`, 'a line of JSON', 'without list brackets and commas'),
  one('the beginning of a list', () => '[', 'a line of JSON', 'without list brackets and commas'),
  one('the end of a list', () => ']', 'a line of JSON', 'without list brackets and commas'),
  one('a line of a row in many lines', () => '  "id": "sums_000001"', 'a line of JSON', 'without list brackets and commas'),
  one('single quotes', () => "{'id': 'sums_000001'}", 'a line of JSON', 'double quotes'),
  one('NaN', row => measured(row, 'NaN'), 'a line of JSON', 'no NaN'),
  one('Infinity', row => measured(row, '-Infinity'), 'a line of JSON', 'no Infinity'),
  one('a comment', row => `// ${json(row)}`, 'a line of JSON'),
  one('a text without its end', () => '"sum: 1', 'a line of JSON', 'Unterminated string'),
  one('a hexadecimal number', row => measured(row, '0x10'), 'a line of JSON'),
  one('a number that begins with 0', row => measured(row, '007'), 'a line of JSON'),
  one('whitespace outside of JSON’s', row => `\u00a0${json(row)}`, 'a line of JSON'),
  one('a byte order mark in the line', row => json(row).replace('{', '{\ufeff'), 'a line of JSON', 'position 1'),
  one('a blank that cannot be seen', row => `\u200b${json(row)}`, 'a line of JSON', '\\u{200b}'),
  one('comma-separated values', () => 'id,input,expected_output', 'a line of JSON'),
  one('HTML', () => '<!DOCTYPE html><title>404</title>', 'a line of JSON'),
  one('the mark of a merge', () => '<<<<<<< HEAD', 'a line of JSON'),
  one('a million brackets without an end', () => '['.repeat(1e6), 'at most 100 levels of nested brackets, received more'),
]

const VALUES: readonly BadInput[] = [
  one('a list', row => json([row]), 'a plain object, received an array of 1'),
  one('a number', () => '17', 'a plain object, received 17'),
  one('a text', row => json(json(row)), 'a plain object, received '),
  one('null', () => 'null', 'a plain object, received null'),
  one('true', () => 'true', 'a plain object, received true'),
  one('an empty object', () => '{}', ' id: expected a field, received nothing'),
  one('brackets 10,000 deep', () => nested('[', ']', 10_000), 'a plain object, received an array of 1'),
  one(
    'objects 10,000 deep',
    () => nested('{"a":', '}', 10_000).replace(':}', ':1}'),
    ' id: expected a field',
    ' a: expected no such field',
  ),
  one('brackets 10,000 deep in the metadata', row => laws(row, nested('[', ']', 10_000)), ' metadata.laws.0: expected string'),
  one('brackets a million deep', () => nested('[', ']', 1_000_000), 'at most 100 levels of nested brackets, received more'),
  one('a million laws', row => laws(row, `${'1,'.repeat(1e6)}1`), 'at most 10000 values, received more'),
  one('100,000 keys', () => `{${keys(100_000)}}`, 'at most 10000 values, received more'),
  one(
    'a thousand invalid laws',
    row => laws(row, `${'1,'.repeat(999)}1`),
    ' metadata.laws.0: ',
    ': expected a row, received 981 more problems',
  ),
  one('a key of ten megabytes', row => withKey(row, `"${'k'.repeat(1e7)}"`), 'kkk…: expected no such field, received 1'),
]

const FIELDS: readonly BadInput[] = [
  one('a field that is missing', row => json({ ...row, input: undefined }), ' input: expected a field, received nothing'),
  one('an unknown field', row => withKey(row, '"split"'), ' split: expected no such field, received 1'),
  one('null instead of a text', row => json({ ...row, input: null }), ' input: expected string, received null'),
  one('a number instead of a text', row => json({ ...row, expected_output: 24 }), ' expected_output: expected string, received 24'),
  one(
    'an unknown category',
    row => json({ ...row, category: 'Valid' }),
    ' category: expected valid, edge_case, adversarial, received "Valid"',
  ),
  one('no metadata', row => json({ ...row, metadata: null }), ' metadata: expected a plain object, received null'),
  one('a key twice', row => withKey(row, '"input"'), ' input: expected each key once, received "input" twice'),
  one('a key twice, in another spelling', row => withKey(row, '"\\u0069nput"'), ' input: expected each key once'),
  one('a key twice in the metadata', row => inMetadata(row, '"topic":"other"'), ' metadata.topic: expected each key once'),
  one('an empty key twice', row => withKey(row, '"":1,""'), ' "": expected each key once'),
  one('a key __proto__', row => withKey(row, '"__proto__"', '{"verified":true}'), ' __proto__: expected no such field'),
  one(
    'a key __proto__ in the metadata',
    row => inMetadata(row, '"__proto__":{"topic":"x"}'),
    ' metadata.__proto__: expected no such field',
  ),
  one('a key constructor', row => withKey(row, '"constructor"', '{"prototype":{}}'), ' constructor: expected no such field'),
  one('a high surrogate alone', row => json({ ...row, input: '\ud800' }), ' input: expected well-formed text, received a lone surrogate'),
  one(
    'a low surrogate alone',
    row => json({ ...row, input: '\udc00\ud800' }),
    ' input: expected well-formed text, received a lone surrogate',
  ),
  one('a number past 2^53', row => measured(row, '9007199254740993'), ' metadata.measured_difficulty: expected a safe integer'),
  one('a number past all', row => measured(row, '1e999'), ' metadata.measured_difficulty: expected ', 'received Infinity'),
  one('minus zero', row => measured(row, '-0'), ' metadata.measured_difficulty: expected a safe integer, received -0'),
  one('a fraction', row => measured(row, '0.5'), ' metadata.measured_difficulty: expected ', 'received 0.5'),
  one('a key that clears the screen', row => withKey(row, '"\\u001b[2J"'), ' \\u{1b}[2J: expected no such field'),
  one('a key that turns text round', row => withKey(row, '"\u202enimda"'), ' \\u{202e}nimda: expected no such field'),
  one('a value that clears the screen', row => json({ ...row, category: '\u009b2J' }), ' category: expected ', 'received "\\u{9b}2J"'),
]

/** Lines of every kind, to be put between rows. */
export const BAD_LINES: readonly BadInput[] = [...BYTES, ...SYNTAX, ...VALUES, ...FIELDS]
