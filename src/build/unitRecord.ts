import type { LevelSpec } from '../model/levelSpec'
import type { RenderedRow } from '../stages/render/render'
import type { RowFingerprints } from '../stages/dedupe/uniquenessIndex'
import { type FormHashes, hashForms } from '../stages/dedupe/formHashes'
import type { RenderedRows, Attempt } from './attempt'

/**
 * Serialisable outcomes of the first attempts at a unit. From it this process settles a unit that another process drew. If no attempt
 * is proven, this process draws the next ones itself.
 */
export interface UnitRecord {
  /** Failed attempts, starting with the first. */
  readonly failedAttempts: readonly FailedAttempt[]
  /** Rows, without ids, of the attempt after the failed ones. */
  readonly proven?: ProvenRecord
}

interface ProvenRecord {
  readonly fingerprints: string
  /** Form hashes of each row, spelled as hexadecimal digits. */
  readonly forms: readonly string[]
  readonly rows: readonly RenderedRow[]
}

/**
 * Failed attempt. A candidate also has fingerprints: if the dataset already contains its input or form, the settling process
 * records that reason instead.
 */
interface FailedAttempt {
  readonly reason: string
  readonly fingerprints?: string
}

/** Maximum number of attempts per record. It is far below a slot's limit, so an exhausted cell does not keep a worker busy for long. */
const MAX_ATTEMPTS = 128

/**
 * Records the attempts in `ahead`, then further attempts one by one, up to the first that is proven, violates a law or throws. The
 * settling process repeats an attempt that violates a law or throws, and reports it.
 */
export function recordOf<Q, A>(spec: LevelSpec<Q, A>, ahead: readonly Attempt[], further: (attempt: number) => Attempt): UnitRecord {
  const failedAttempts: FailedAttempt[] = []
  try {
    while (failedAttempts.length < MAX_ATTEMPTS) {
      const attempt = ahead[failedAttempts.length] ?? further(failedAttempts.length)
      if (attempt._tag === 'Rejected') {
        failedAttempts.push({ reason: attempt.reason })
        continue
      }
      const fingerprints = spellFingerprints(attempt.fingerprints())
      const outcome = attempt.prove()
      if (outcome._tag === 'Proven') return { failedAttempts, proven: provenRecord(spec, fingerprints, outcome.rows) }
      if (outcome._tag === 'Violated') break
      failedAttempts.push({ reason: outcome.reason, fingerprints })
    }
  } catch {
    // The settling process reports it.
  }
  return { failedAttempts }
}

function provenRecord<Q, A>(spec: LevelSpec<Q, A>, fingerprints: string, rendered: RenderedRows): ProvenRecord {
  const rows = rendered.map(({ row }) => row)
  return { fingerprints, forms: rows.map(({ input }) => spellFormHashes(hashForms(spec, input))), rows }
}

/** Restores the attempts of a record. */
export function attemptsOf({ failedAttempts, proven }: UnitRecord): readonly Attempt[] {
  const attempts = failedAttempts.map(({ reason, fingerprints }): Attempt => {
    if (fingerprints === undefined) return { _tag: 'Rejected', reason }
    return { _tag: 'Candidate', fingerprints: () => readFingerprints(fingerprints), prove: () => ({ _tag: 'Discarded', reason }) }
  })
  if (proven === undefined) return attempts
  const rows = proven.rows.map(row => ({ row, isTrap: row.category === 'adversarial' }))
  const formHashes = proven.forms.map(readFormHashes)
  return [
    ...attempts,
    { _tag: 'Candidate', fingerprints: () => readFingerprints(proven.fingerprints), prove: () => ({ _tag: 'Proven', rows, formHashes }) },
  ]
}

const WORDS = 4
const DIGITS = 8

const spellWord = (word: number): string => (word >>> 0).toString(16).padStart(DIGITS, '0')
const readWord = (text: string, place: number): number => Number.parseInt(text.slice(place * DIGITS, (place + 1) * DIGITS), 16) | 0

/** Spells fingerprints as eight hexadecimal digits per word: all inputs first, then as many forms. */
const spellFingerprints = ({ inputs, forms }: RowFingerprints): string =>
  [...inputs, ...forms].map(fingerprint => Array.from(fingerprint, spellWord).join('')).join('')

function readFingerprints(text: string): RowFingerprints {
  const fingerprints = Array.from({ length: text.length / (WORDS * DIGITS) }, (_, index) =>
    Int32Array.from({ length: WORDS }, (_, word) => readWord(text, index * WORDS + word)),
  )
  return { inputs: fingerprints.slice(0, fingerprints.length / 2), forms: fingerprints.slice(fingerprints.length / 2) }
}

/** Spells two words of the canonical form, then two of the held-out form. The text is empty if the level's code threw. */
const spellFormHashes = ({ form, heldOut }: FormHashes): string => [...(form ?? []), ...(heldOut ?? [])].map(spellWord).join('')

function readFormHashes(text: string): FormHashes {
  if (text === '') return {}
  const form = [readWord(text, 0), readWord(text, 1)] as const
  return text.length === 2 * DIGITS ? { form } : { form, heldOut: [readWord(text, 2), readWord(text, 3)] }
}
