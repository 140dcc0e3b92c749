import { ADVERSARIAL_TYPES } from '../model/vocabulary'
import type { Fields, Inspector } from './inspector'

/** Adds the problems of the fields on batches and whole datasets: batch size, held-out forms, near-duplicates, shares, surface. */
export function validateDatasetFields(
  inspector: Inspector,
  { oracleBatchSize, holdoutForm, maxNearDuplicates, maxShares, surface }: Fields,
): void {
  if (oracleBatchSize !== undefined && !(Number.isSafeInteger(oracleBatchSize) && (oracleBatchSize as number) >= 1)) {
    inspector.addProblem('oracleBatchSize', 'a whole number from 1', oracleBatchSize, 'texts per call of the oracle; default: 64')
  }
  if (holdoutForm !== undefined)
    inspector.function(
      'holdoutForm',
      holdoutForm,
      'it returns the form of a question, and questions of one form stay on one side of the split',
    )
  if (maxNearDuplicates !== undefined && !(Number.isSafeInteger(maxNearDuplicates) && (maxNearDuplicates as number) >= 0)) {
    const hint = 'give the maximum number of pairs, or leave it out to only report them'
    inspector.addProblem('maxNearDuplicates', 'a whole number from 0', maxNearDuplicates, hint)
  }
  validateMaxShares(inspector, 'maxShares', maxShares)
  validateSurface(inspector, surface)
}

const SHARES = ['answer', 'firstToken', 'refusal']

/** Adds the problems of the maximum shares of a level or a topic. */
export function validateMaxShares(inspector: Inspector, path: string, value: unknown): void {
  if (value === undefined) return
  for (const [name, share] of Object.entries(inspector.object(path, value, `give { ${SHARES.join(', ')} }`) ?? {})) {
    if (!SHARES.includes(name)) inspector.addProblem(`${path}.${name}`, SHARES.join(', '), name, 'there are no other shares')
    else if (share !== undefined && !(typeof share === 'number' && share > 0 && share <= 1)) {
      inspector.addProblem(`${path}.${name}`, 'a share above 0, at most 1', share, 'omit it for the default')
    }
  }
}

const SURFACE = ['header', 'declaredCues']

function validateSurface(inspector: Inspector, value: unknown): void {
  if (value === undefined) return
  const surface = inspector.object('surface', value, 'give { header, declaredCues }') ?? {}
  for (const name of Object.keys(surface)) {
    if (!SURFACE.includes(name)) inspector.addProblem(`surface.${name}`, SURFACE.join(', '), name, 'surface has no other field')
  }
  if (surface.header !== undefined)
    inspector.function('surface.header', surface.header, 'it returns what a text has in common with comparable texts')
  if (surface.declaredCues === undefined) return
  if (Array.isArray(surface.declaredCues)) {
    for (const [index, one] of surface.declaredCues.entries()) validateDeclaredCue(inspector, `surface.declaredCues.${index}`, one)
  } else inspector.addProblem('surface.declaredCues', 'a list', surface.declaredCues, 'give { type, pattern, reason } for each cue')
}

function validateDeclaredCue(inspector: Inspector, path: string, value: unknown): void {
  const cue = inspector.object(path, value, 'give { type, pattern, reason }')
  if (cue === undefined) return
  const { type, pattern, reason } = cue
  if (!ADVERSARIAL_TYPES.some(known => known === type)) {
    inspector.addProblem(`${path}.type`, ADVERSARIAL_TYPES.join(', '), type, 'there are five adversarial types')
  }
  if (!(pattern instanceof RegExp && pattern.global)) {
    inspector.addProblem(`${path}.pattern`, 'a regular expression with the flag g', pattern, 'all its matches in a text are masked')
  }
  if (typeof reason !== 'string' || reason.trim() === '') {
    inspector.addProblem(`${path}.reason`, 'the reason why this cue decides', reason, 'the report shows it to users of the dataset')
  }
}
