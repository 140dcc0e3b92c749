import { ADVERSARIAL_TYPES } from '../model/vocabulary'
import type { Fields, Inspector } from './inspector'

/** What a level says of its oracle's batches, and of its datasets as a whole: forms held out, near-duplicates, spread of the answers, looks. */
export function validateWhole(inspector: Inspector, { batch, holdout, nearDuplicates, spread, surface }: Fields): void {
  if (batch !== undefined && !(Number.isSafeInteger(batch) && (batch as number) >= 1)) {
    inspector.complain('batch', 'a whole number from 1', batch, 'say how many draws the oracle is asked about at once, or leave it out')
  }
  if (holdout !== undefined) inspector.function('holdout', holdout, 'questions with the same text of it stand on one side')
  if (nearDuplicates !== undefined && !(Number.isSafeInteger(nearDuplicates) && (nearDuplicates as number) >= 0)) {
    const hint = 'say how many pairs are allowed, or leave it out and they are only reported'
    inspector.complain('nearDuplicates', 'a whole number from 0', nearDuplicates, hint)
  }
  validateSpread(inspector, 'spread', spread)
  validateSurface(inspector, surface)
}

const SHARES = ['answer', 'firstToken', 'refusal']

/** The greatest shares of a level's or a topic's answers. */
export function validateSpread(inspector: Inspector, path: string, value: unknown): void {
  if (value === undefined) return
  for (const [name, share] of Object.entries(inspector.object(path, value, 'say the greatest shares') ?? {})) {
    if (!SHARES.includes(name)) inspector.complain(`${path}.${name}`, SHARES.join(', '), name, 'there is no other share')
    else if (share !== undefined && !(typeof share === 'number' && share > 0 && share <= 1)) {
      inspector.complain(`${path}.${name}`, 'a share above 0, at most 1', share, 'leave it out for the share that holds unless told')
    }
  }
}

const SURFACE = ['header', 'honest']

function validateSurface(inspector: Inspector, value: unknown): void {
  if (value === undefined) return
  const surface = inspector.object('surface', value, 'say what texts have in common, and what honestly decides') ?? {}
  for (const name of Object.keys(surface)) {
    if (!SURFACE.includes(name)) inspector.complain(`surface.${name}`, SURFACE.join(', '), name, 'there is nothing else to say of looks')
  }
  if (surface.header !== undefined) inspector.function('surface.header', surface.header, 'it gives what a text has in common with others')
  if (surface.honest === undefined) return
  if (Array.isArray(surface.honest)) {
    for (const [index, one] of surface.honest.entries()) validateHonest(inspector, `surface.honest.${index}`, one)
  } else inspector.complain('surface.honest', 'a list', surface.honest, 'give { type, covers, reason } for each thing that decides')
}

function validateHonest(inspector: Inspector, path: string, value: unknown): void {
  const honest = inspector.object(path, value, 'give its type, what it covers, and the reason')
  if (honest === undefined) return
  const { type, covers, reason } = honest
  if (!ADVERSARIAL_TYPES.some(known => known === type)) {
    inspector.complain(`${path}.type`, ADVERSARIAL_TYPES.join(', '), type, 'there are five adversarial types')
  }
  if (!(covers instanceof RegExp && covers.global)) {
    inspector.complain(`${path}.covers`, 'a regular expression with the flag g', covers, 'all that it finds in a text is covered up')
  }
  if (typeof reason !== 'string' || reason.trim() === '') {
    inspector.complain(`${path}.reason`, 'why this decides', reason, 'the report tells it to those who use the dataset')
  }
}
