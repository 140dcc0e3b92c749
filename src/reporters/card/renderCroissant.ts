import { type CardMetadata, DEFAULT_DESCRIPTION, DEFAULT_NAME, isUrl } from './cardMetadata'
import { byName, type CardLevel, type SplitFile, splitFilesOf } from './cardLevel'
import { CROISSANT_CONTEXT, CROISSANT_VERSION } from './croissantContext'
import { filesOf, levelRecords, type Node, splitRecords } from './croissantRecords'

/** What JSON Lines are called by the reference implementation; there is no registered name. */
const JSON_LINES = 'application/jsonlines'

/**
 * The description of a dataset in Croissant 1.1 (https://docs.mlcommons.org/croissant/docs/croissant-spec-1.1.html), as the
 * text of a croissant.json that lies beside the card: each file with its size and sha256, and for each level the fields of
 * its rows and where they are read from. A pure function of its arguments, in whatever order the levels come, with keys in
 * a fixed order. The specification asks for a licence, an address, a creator and a date too: they are there where given.
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

/** One source for all the rows of a level; it names no container, since the files lie beside the description. */
const fileSetNode = (level: CardLevel): Node => ({
  '@type': 'cr:FileSet',
  '@id': filesOf(level.manifest.level),
  name: filesOf(level.manifest.level),
  description: `The files with the rows of ${level.manifest.level}.`,
  encodingFormat: JSON_LINES,
  includes: splitFilesOf(level).map(({ path }) => path),
})
