import { ADVERSARIAL_TYPES, REFUSALS } from '../../model/vocabulary'
import { type CardMetadata, DEFAULT_DESCRIPTION, DEFAULT_NAME } from './cardMetadata'
import { byName, type CardLevel, rowsOf, splitFilesOf } from './cardLevel'
import { frontMatter } from './frontMatter'
import { levelSection } from './levelSection'
import { markdownTable } from './markdownTable'
import { markdownText } from './markdownText'
import { ROW_FIELDS } from './rowFields'

/**
 * Returns a dataset card for the Hugging Face Hub, the README.md of a folder. Its YAML maps the splits of every level for the
 * loader. The text explains loading, proof and reproduction of rows, the row format, and the figures of each level. It is a
 * pure function of its arguments and ignores the order of the levels. Texts of a spec are escaped.
 */
export function renderCard(levels: readonly CardLevel[], metadata: CardMetadata = {}): string {
  const sorted = byName(levels)
  const lines = [
    ...frontMatter(sorted, metadata),
    '',
    `# ${markdownText(metadata.name ?? DEFAULT_NAME)}`,
    '',
    markdownText(metadata.description ?? DEFAULT_DESCRIPTION),
    '',
    `${rowsOf(sorted)} rows in ${sorted.length} ${sorted.length === 1 ? 'level' : 'levels'}.`,
    '',
    ...loading(sorted),
    ...PROOF,
    '',
    ...ROW_FORMAT,
    ...sorted.flatMap(level => ['', ...levelSection(level)]),
  ]
  return `${lines.join('\n').trimEnd()}\n`
}

function loading(levels: readonly CardLevel[]): readonly string[] {
  const first = levels.find(level => splitFilesOf(level).length > 0)?.manifest.level
  if (first === undefined) return []
  return [
    '## Loading',
    '',
    '```python',
    'from datasets import load_dataset',
    '',
    `rows = load_dataset("path", ${JSON.stringify(first)})  # the folder of this file, and the name of a level`,
    '```',
    '',
    'Train on `train`, select models with `validation`, and evaluate on `test` and `adversarial`. `adversarial` has the traps that are held out from training.',
    '',
  ]
}

const PROOF = [
  '## How each row was proven',
  '',
  'Every row is proven: a second, independent tool derived the expected output from the text of the input alone. If `verification_method` is `manual`, people reviewed the row. A row that must be refused (a trap) has a witness, which was checked too. Each trap of a built dataset has a twin: the answerable row from which an edit made the trap. `metadata.laws` lists the laws, `metadata.verified_by` the tools.',
  '',
  '`metadata.token` is the address of the draw. It reproduces the row alone, with all its laws. For a level that does not come with the package, give its module with `--module`:',
  '',
  '```sh',
  'npx genesis-datasets reproduce TOKEN',
  '```',
]

const ROW_FORMAT = [
  '## Row format',
  '',
  'Each line is one JSON object. All rows have the same keys and types:',
  '',
  ...markdownTable(
    ['Field', 'Type', 'Meaning'],
    ROW_FIELDS.map(({ path, type, meaning }) => [path.join('.'), type, meaning]),
  ),
  '',
  'The refusals are fixed texts:',
  '',
  ...markdownTable(
    ['Adversarial type', 'Expected output'],
    ADVERSARIAL_TYPES.map(type => [type, REFUSALS[type]]),
  ),
]
