import * as t from 'io-ts'

/** What only the publisher of a dataset knows; whatever is left out is not written, and nothing is guessed. */
export interface About {
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

/** A day as `2026-11-22`, as texts of JSON have it. */
const DAY = /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/

const AboutCodec = t.exact(
  t.partial({ name: t.string, description: t.string, license: t.string, url: t.string, creator: t.string, datePublished: t.string }),
)

/** What a publisher is told of what is wrong with what he says. */
export const ABOUT_EXPECTED =
  'name, description, license, url, creator and datePublished (a day such as 2026-11-22), each a text, or left out'

/** Whether a value says something about a dataset, and nothing else. */
export function isAbout(value: unknown): value is About {
  if (!AboutCodec.is(value) || !Object.keys(value).every(key => Object.hasOwn(AboutCodec.type.props, key))) return false
  return value.datePublished === undefined || DAY.test(value.datePublished)
}

export const DEFAULT_NAME = 'genesis-datasets'

export const DEFAULT_DESCRIPTION =
  'Questions with proven answers: every row is a property-based test that passed, confirmed from its text alone by a tool that did not make it.'

/** Whether a licence is given by its address. */
export const isAddress = (license: string): boolean => /^https?:\/\//.test(license)
