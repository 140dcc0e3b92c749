import type { LevelSpec } from '../model/levelSpec'
import type { Rendered } from '../stages/render/render'
import type { RowPrints } from '../stages/dedupe/distinctness'
import { type ToldForms, toldForms } from '../stages/dedupe/formHashes'
import type { RenderedRows, Tried } from './attempt'

/**
 * What the first attempts at a unit came to, as it can be written down: by it a unit that was drawn elsewhere is settled here. Where
 * nothing is proven, the attempts go on here.
 */
export interface UnitRecord {
  /** The attempts in vain, from the first. */
  readonly spent: readonly Spent[]
  /** The rows of the attempt after them, but for their ids. */
  readonly proven?: ProvenRecord
}

interface ProvenRecord {
  readonly prints: string
  /** What each row's text tells of its forms. */
  readonly told: readonly string[]
  readonly rows: readonly Rendered[]
}

/** An attempt in vain; one that is fit for its slot has fingerprints: had its input been there already, that would be the reason. */
interface Spent {
  readonly reason: string
  readonly prints?: string
}

/** So many attempts are written down at most: were it all that a slot may take, a cell without rows would keep a worker busy in vain. */
const MOST_ATTEMPTS = 128

/**
 * Writes attempts down, and more of them that are made one by one, up to the first that is proven, breaks a law or throws: who settles
 * the unit makes these two again, and tells.
 */
export function recordOf<Q, A>(spec: LevelSpec<Q, A>, ahead: readonly Tried[], further: (attempt: number) => Tried): UnitRecord {
  const spent: Spent[] = []
  try {
    while (spent.length < MOST_ATTEMPTS) {
      const tried = ahead[spent.length] ?? further(spent.length)
      if (tried._tag === 'Unfit') {
        spent.push({ reason: tried.reason })
        continue
      }
      const prints = spellPrints(tried.prints())
      const proof = tried.prove()
      if (proof._tag === 'Proven') return { spent, proven: provenRecord(spec, prints, proof.rows) }
      if (proof._tag === 'Violated') break
      spent.push({ reason: proof.reason, prints })
    }
  } catch {
    // Told by who settles the unit.
  }
  return { spent }
}

function provenRecord<Q, A>(spec: LevelSpec<Q, A>, prints: string, rendered: RenderedRows): ProvenRecord {
  const rows = rendered.map(({ row }) => row)
  return { prints, told: rows.map(({ input }) => spellTold(toldForms(spec, input))), rows }
}

/** The attempts that were written down. */
export function attemptsOf({ spent, proven }: UnitRecord): readonly Tried[] {
  const attempts = spent.map(({ reason, prints }): Tried => {
    if (prints === undefined) return { _tag: 'Unfit', reason }
    return { _tag: 'Fit', prints: () => readPrints(prints), prove: () => ({ _tag: 'Discarded', reason }) }
  })
  if (proven === undefined) return attempts
  const rows = proven.rows.map(row => ({ row, isTrap: row.category === 'adversarial' }))
  const told = proven.told.map(readTold)
  return [...attempts, { _tag: 'Fit', prints: () => readPrints(proven.prints), prove: () => ({ _tag: 'Proven', rows, told }) }]
}

const WORDS = 4
const DIGITS = 8

const spellWord = (word: number): string => (word >>> 0).toString(16).padStart(DIGITS, '0')
const readWord = (text: string, place: number): number => Number.parseInt(text.slice(place * DIGITS, (place + 1) * DIGITS), 16) | 0

/** Eight hexadecimal digits a word: the inputs' fingerprints, then as many of forms. */
const spellPrints = ({ inputs, forms }: RowPrints): string =>
  [...inputs, ...forms].map(print => Array.from(print, spellWord).join('')).join('')

function readPrints(text: string): RowPrints {
  const prints = Array.from({ length: text.length / (WORDS * DIGITS) }, (_, print) =>
    Int32Array.from({ length: WORDS }, (_, word) => readWord(text, print * WORDS + word)),
  )
  return { inputs: prints.slice(0, prints.length / 2), forms: prints.slice(prints.length / 2) }
}

/** Two words of the canonical form, then two of the form that is held out; none where the level's code threw. */
const spellTold = ({ form, held }: ToldForms): string => [...(form ?? []), ...(held ?? [])].map(spellWord).join('')

function readTold(text: string): ToldForms {
  if (text === '') return {}
  const form = [readWord(text, 0), readWord(text, 1)] as const
  return text.length === 2 * DIGITS ? { form } : { form, held: [readWord(text, 2), readWord(text, 3)] }
}
