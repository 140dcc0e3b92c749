import { describe } from '../../utils/strings/describe'
import { isDay } from '../../validate/isDay'

/** Publisher's data for the dataset card and `croissant.json`. Omitted fields without a default are not written. */
export interface CardMetadata {
  /** Name of the dataset. @defaultValue 'genesis-datasets' */
  readonly name?: string
  /** Description in one paragraph. @defaultValue a general description of the rows */
  readonly description?: string
  /** Licence identifier of the Hugging Face Hub, such as `mit`, or the URL of a licence. */
  readonly license?: string
  /** URL of the dataset's page. */
  readonly url?: string
  /** Organization that publishes the dataset. */
  readonly creator?: string
  /** Day of publication, such as `2026-11-22`. */
  readonly datePublished?: string
}

const FIELDS = ['name', 'description', 'license', 'url', 'creator', 'datePublished'] as const satisfies readonly (keyof CardMetadata)[]

/** Expected value in the problem of invalid card metadata. */
export const CARD_METADATA_EXPECTED = `${FIELDS.slice(0, -1).join(', ')} and datePublished (a day such as 2026-11-22), each a text, or left out`

/** Returns all errors in card metadata as one text; undefined if there are none. */
export function cardMetadataErrors(value: unknown): string | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return describe(value)
  const errors = Object.entries(value).flatMap(([key, entry]) => {
    if (!FIELDS.some(field => field === key)) return [`a field ${JSON.stringify(key)}`]
    if (typeof entry !== 'string') return [`${key}, which is ${describe(entry)}`]
    return key === 'datePublished' && !isDay(entry) ? [`datePublished ${JSON.stringify(entry)}`] : []
  })
  return errors.length === 0 ? undefined : errors.join('; ')
}

/** Returns true for valid card metadata. */
export const isCardMetadata = (value: unknown): value is CardMetadata => cardMetadataErrors(value) === undefined

/** Name of a dataset without one in its metadata. */
export const DEFAULT_NAME = 'genesis-datasets'

/** Description of a dataset without one in its metadata. */
export const DEFAULT_DESCRIPTION =
  'Questions with proven answers: every row is a property-based test that passed, confirmed from its text alone by an independent tool.'

/** Returns true if a licence is given as a URL. */
export const isUrl = (license: string): boolean => /^https?:\/\//.test(license)
