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

export const DEFAULT_NAME = 'genesis-datasets'

export const DEFAULT_DESCRIPTION =
  'Questions with proven answers: every row is a property-based test that passed, confirmed from its text alone by a tool that did not make it.'

/** Whether a licence is given by its address. */
export const isAddress = (license: string): boolean => /^https?:\/\//.test(license)
