import { ADVERSARIAL_TYPES, REFUSALS } from '../../model/vocabulary'
import { type CardMetadata, DEFAULT_DESCRIPTION, DEFAULT_NAME } from './cardMetadata'
import { byName, type CardLevel, rowsOf, splitFilesOf } from './cardLevel'
import { frontMatter } from './frontMatter'
import { levelSection } from './levelSection'
import { markdownTable } from './markdownTable'
import { markdownText } from './markdownText'
import { ROW_FIELDS } from './rowFields'

/**
 * A dataset card for the Hugging Face Hub, as the README.md of a folder: the YAML that maps the splits of every level for
 * the loader, then for people what the dataset is, how to load it, how its rows were proven and how one is drawn again, the
 * row format, and the figures of each level. A pure function of its arguments, in whatever order the levels come; texts
 * from a spec are shown and never interpreted.
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
    'Train on `train`, choose by `validation`, and measure on `test` and `adversarial`, which holds traps that are never trained on.',
    '',
  ]
}

const PROOF = [
  '## How each row was proven',
  '',
  'The label of a row is a law that held for it. A second tool, which did not make the row, told the right output from the text of the input alone, and agreed; where `verification_method` is `manual`, people reviewed the row. A row that is to be refused has a witness that was checked as well, and most stand beside their twin: an answerable row from which a minimal edit made them. `metadata.laws` names the laws, `metadata.verified_by` the tools.',
  '',
  '`metadata.token` is the address of the draw. It draws the row again, alone, with all its laws; a level that does not come with the package is named by its module, `--spec`:',
  '',
  '```sh',
  'npx genesis-datasets reproduce TOKEN',
  '```',
]

const ROW_FORMAT = [
  '## The row',
  '',
  'One JSON object a line, with the same keys and types in every row:',
  '',
  ...markdownTable(
    ['Field', 'Type', 'Meaning'],
    ROW_FIELDS.map(({ path, type, meaning }) => [path.join('.'), type, meaning]),
  ),
  '',
  'A refusal says exactly:',
  '',
  ...markdownTable(
    ['Adversarial type', 'Expected output'],
    ADVERSARIAL_TYPES.map(type => [type, REFUSALS[type]]),
  ),
]
