import { describe } from '../../utils/strings/describe'
import { isDay } from '../../validate/isDay'

/** What only the publisher of a dataset knows; whatever is left out is not written, and nothing is guessed. */
export interface CardMetadata {
  /** `genesis-datasets` where it is left out. */
  readonly name?: string
  readonly description?: string
  /** An identifier that the Hugging Face Hub knows, such as `mit`, or the address of a licence. */
  readonly license?: string
  /** The page of the dataset. */
  readonly url?: string
  readonly creator?: string
  /** `2026-11-22`. */
  readonly datePublished?: string
}

const FIELDS = ['name', 'description', 'license', 'url', 'creator', 'datePublished'] as const satisfies readonly (keyof CardMetadata)[]

/** What a publisher is told of what is wrong with what he says. */
export const CARD_METADATA_EXPECTED = `${FIELDS.slice(0, -1).join(', ')} and datePublished (a day such as 2026-11-22), each a text, or left out`

/** What of a value is not said about a dataset, all of it; undefined where nothing is wrong. */
export function cardMetadataErrors(value: unknown): string | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return describe(value)
  const faults = Object.entries(value).flatMap(([key, said]) => {
    if (!FIELDS.some(field => field === key)) return [`a field ${JSON.stringify(key)}`]
    if (typeof said !== 'string') return [`${key}, which is ${describe(said)}`]
    return key === 'datePublished' && !isDay(said) ? [`datePublished ${JSON.stringify(said)}`] : []
  })
  return faults.length === 0 ? undefined : faults.join('; ')
}

/** Whether a value says something about a dataset, and nothing else. */
export const isCardMetadata = (value: unknown): value is CardMetadata => cardMetadataErrors(value) === undefined

export const DEFAULT_NAME = 'genesis-datasets'

export const DEFAULT_DESCRIPTION =
  'Questions with proven answers: every row is a property-based test that passed, confirmed from its text alone by a tool that did not make it.'

/** Whether a licence is given by its address. */
export const isUrl = (license: string): boolean => /^https?:\/\//.test(license)
