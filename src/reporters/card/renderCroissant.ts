import { type CardMetadata, DEFAULT_DESCRIPTION, DEFAULT_NAME, isUrl } from './cardMetadata'
import { byName, type CardLevel, type SplitFile, splitFilesOf } from './cardLevel'
import { CROISSANT_CONTEXT, CROISSANT_VERSION } from './croissantContext'
import { filesOf, levelRecords, type Node, splitRecords } from './croissantRecords'

/** Media type of JSON Lines in the reference implementation; there is no registered one. */
const JSON_LINES = 'application/jsonlines'

/**
 * Returns the text of `croissant.json`, the description of a dataset in Croissant 1.1
 * (https://docs.mlcommons.org/croissant/docs/croissant-spec-1.1.html). The file belongs in the folder of the card. It lists
 * every file with its size and sha256, and for each level the fields of its rows and their sources. It is a pure function of
 * its arguments, ignores the order of the levels, and writes keys in a fixed order. The specification also requires licence,
 * URL, creator and date; these are written only if the metadata has them.
 */
export function renderCroissant(levels: readonly CardLevel[], metadata: CardMetadata = {}): string {
  const sorted = byName(levels).filter(level => splitFilesOf(level).length > 0)
  const document: Node = {
    '@context': CROISSANT_CONTEXT,
    '@type': 'sc:Dataset',
    conformsTo: CROISSANT_VERSION,
    name: (metadata.name ?? DEFAULT_NAME).toWellFormed(),
    description: (metadata.description ?? DEFAULT_DESCRIPTION).toWellFormed(),
    ...(metadata.license === undefined ? {} : { license: licenseNode(metadata.license.toWellFormed()) }),
    ...(metadata.url === undefined ? {} : { url: metadata.url.toWellFormed() }),
    ...(metadata.creator === undefined ? {} : { creator: { '@type': 'sc:Organization', name: metadata.creator.toWellFormed() } }),
    ...(metadata.datePublished === undefined ? {} : { datePublished: metadata.datePublished }),
    distribution: sorted.flatMap(level => [...splitFilesOf(level).map(fileNode), fileSetNode(level)]),
    recordSet: [splitRecords(), ...sorted.map(levelRecords)],
  }
  return `${JSON.stringify(document, null, 2)}\n`
}

const licenseNode = (license: string): string | Node => (isUrl(license) ? license : { '@type': 'sc:CreativeWork', name: license })

const fileNode = ({ path, bytes, sha256 }: SplitFile): Node => ({
  '@type': 'cr:FileObject',
  '@id': path,
  name: path,
  contentUrl: path,
  contentSize: `${bytes} B`,
  encodingFormat: JSON_LINES,
  sha256,
})

/** Returns the file set of a level, the source of all its rows. It needs no container: the files are separate files. */
const fileSetNode = (level: CardLevel): Node => ({
  '@type': 'cr:FileSet',
  '@id': filesOf(level.manifest.level),
  name: filesOf(level.manifest.level),
  description: `The files with the rows of ${level.manifest.level}.`,
  encodingFormat: JSON_LINES,
  includes: splitFilesOf(level).map(({ path }) => path),
})
