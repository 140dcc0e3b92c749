import type { LevelSpec } from '../model/levelSpec'
import { closestName } from '../utils/strings/closestName'
import type { Fields, Inspector } from './inspector'

/** All fields of a level spec. The type makes the compiler demand every field of `LevelSpec`. */
const LEVEL_FIELDS: Readonly<Record<keyof LevelSpec<never, never>, true>> = {
  name: true,
  version: true,
  verificationMethod: true,
  question: true,
  answer: true,
  topics: true,
  adversarial: true,
  domains: true,
  oracle: true,
  oracleBatchSize: true,
  verifiedBy: true,
  laws: true,
  measureDifficulty: true,
  canonicalForm: true,
  mix: true,
  topicOf: true,
  grading: true,
  holdoutForm: true,
  maxShares: true,
  maxNearDuplicates: true,
  surface: true,
}

/** Adds a problem for each field that a level spec does not have: a misspelt optional field would otherwise have no effect. */
export function validateFieldNames(inspector: Inspector, spec: Fields): void {
  for (const [name, value] of Object.entries(spec)) {
    if (Object.hasOwn(LEVEL_FIELDS, name) || value === undefined) continue
    const closest = closestName(name, Object.keys(LEVEL_FIELDS))
    const hint = closest === undefined ? 'remove it: nothing would read it' : `the closest name is ${closest}`
    inspector.addProblem(/^\w+$/.test(name) ? name : JSON.stringify(name), 'no such field in a level spec', value, hint)
  }
}
