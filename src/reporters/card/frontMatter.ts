import type { Split } from '../../model/vocabulary'
import { type CardMetadata, isUrl } from './cardMetadata'
import { type CardLevel, rowsOf, splitFilesOf } from './cardLevel'
import { yamlText } from './yamlText'

/** Names of the splits in the loader, which calls `val` `validation`. */
export const LOADER_SPLIT_NAMES: Readonly<Record<Split, string>> = {
  train: 'train',
  val: 'validation',
  test: 'test',
  adversarial: 'adversarial',
}

/**
 * Returns the YAML block at the head of a dataset card, for the Hugging Face Hub and its loader ("Manual Configuration" in the
 * documentation of the Hub). Each level is a configuration that maps every split with rows to its file. Row counts are
 * omitted: the loader counts the rows and reports an error for a wrong count.
 */
export const frontMatter = (levels: readonly CardLevel[], { name, license }: CardMetadata): readonly string[] => [
  '---',
  ...(name === undefined ? [] : [`pretty_name: ${yamlText(name)}`]),
  ...(license === undefined ? [] : licenseLines(license)),
  'tags:',
  ...['synthetic', 'property-based-testing', 'verified'].map(tag => `- ${tag}`),
  'size_categories:',
  `- ${yamlText(sizeCategory(rowsOf(levels)))}`,
  ...configurations(levels),
  '---',
]

const licenseLines = (license: string): readonly string[] =>
  isUrl(license) ? ['license: other', `license_link: ${yamlText(license)}`] : [`license: ${yamlText(license.toLowerCase())}`]

function configurations(levels: readonly CardLevel[]): readonly string[] {
  const lines = levels.flatMap(level => {
    const files = splitFilesOf(level).flatMap(({ split, path }) => [
      `  - split: ${LOADER_SPLIT_NAMES[split]}`,
      `    path: ${yamlText(path)}`,
    ])
    return files.length === 0 ? [] : [`- config_name: ${yamlText(level.manifest.level)}`, '  data_files:', ...files]
  })
  return lines.length === 0 ? [] : ['configs:', ...lines]
}

/** Upper bounds of `size_categories`, as the Hub names them. */
const SIZES = ['1K', '10K', '100K', '1M', '10M', '100M', '1B', '10B', '100B', '1T'] as const

function sizeCategory(rows: number): string {
  const step = SIZES.findIndex((_, index) => rows < 1_000 * 10 ** index)
  if (step === -1) return 'n>1T'
  return step === 0 ? 'n<1K' : `${SIZES[step - 1]}<n<${SIZES[step]}`
}
