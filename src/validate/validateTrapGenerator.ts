import type { Inspector } from './inspector'

/** Adds the problems of a trap generator: a `FromTwin` or an `Impossible`. */
export function validateTrapGenerator(inspector: Inspector, path: string, value: unknown): void {
  const generator = inspector.object(path, value, 'use fromTwin(choices, derive) or impossible(reason)')
  if (generator === undefined) return
  if (generator._tag === 'Impossible') {
    if (typeof generator.reason !== 'string' || generator.reason.trim() === '') {
      inspector.addProblem(`${path}.reason`, 'the reason why there is no such trap', generator.reason, 'pass it to impossible("…")')
    }
    return
  }
  if (generator._tag !== 'FromTwin') {
    inspector.addProblem(`${path}._tag`, 'FromTwin or Impossible', generator._tag, 'use fromTwin(choices, derive) or impossible(reason)')
    return
  }
  inspector.arbitrary(`${path}.choices`, generator.choices)
  inspector.function(`${path}.derive`, generator.derive, 'it makes the trap from the twin and a choice')
  if (generator.twins !== undefined)
    inspector.function(`${path}.twins`, generator.twins, 'it returns an arbitrary for a topic and a difficulty')
}
