import type { Sample } from './sample'
import { ADVERSARIAL_TYPES, CATEGORIES, DIFFICULTIES, VERIFICATION_METHODS } from './vocabulary'

const CATEGORY: ReadonlySet<unknown> = new Set(CATEGORIES)
const DIFFICULTY: ReadonlySet<unknown> = new Set(DIFFICULTIES)
const METHOD: ReadonlySet<unknown> = new Set(VERIFICATION_METHODS)
const TRAP_OR_NONE: ReadonlySet<unknown> = new Set([...ADVERSARIAL_TYPES, 'none'])

/** Returns the result of `SampleCodec.is`, faster: every built row is checked. */
export function isSample(value: unknown): value is Sample {
  if (!isRecord(value)) return false
  return (
    typeof value.id === 'string' &&
    typeof value.input === 'string' &&
    typeof value.expected_output === 'string' &&
    CATEGORY.has(value.category) &&
    DIFFICULTY.has(value.difficulty) &&
    typeof value.verified === 'boolean' &&
    METHOD.has(value.verification_method) &&
    isMetadata(value.metadata)
  )
}

function isMetadata(value: unknown): value is Sample['metadata'] {
  if (!isRecord(value)) return false
  return (
    typeof value.topic === 'string' &&
    TRAP_OR_NONE.has(value.adversarial_type) &&
    typeof value.edge === 'string' &&
    areTexts(value.laws) &&
    areTexts(value.verified_by) &&
    typeof value.group === 'string' &&
    Number.isInteger(value.measured_difficulty) &&
    typeof value.token === 'string'
  )
}

const areTexts = (value: unknown): boolean => Array.isArray(value) && value.every(item => typeof item === 'string')

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
