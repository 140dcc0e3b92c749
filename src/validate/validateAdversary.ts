import type { Inspector } from './inspector'

export function validateAdversary(inspector: Inspector, path: string, value: unknown): void {
  const adversary = inspector.object(path, value, 'give fromTwin(choices, derive), or impossible(reason)')
  if (adversary === undefined) return
  if (adversary._tag === 'Impossible') {
    if (typeof adversary.reason !== 'string' || adversary.reason.trim() === '') {
      inspector.complain(`${path}.reason`, 'the reason why there is no such trap', adversary.reason, 'impossible("…") says why')
    }
    return
  }
  if (adversary._tag !== 'FromTwin') {
    inspector.complain(`${path}._tag`, 'FromTwin or Impossible', adversary._tag, 'give fromTwin(choices, derive), or impossible(reason)')
    return
  }
  inspector.arbitrary(`${path}.choices`, adversary.choices)
  inspector.function(`${path}.derive`, adversary.derive, 'it makes the trap out of the twin and a choice')
  if (adversary.twins !== undefined)
    inspector.function(`${path}.twins`, adversary.twins, 'it gives an arbitrary for a topic and a difficulty')
}
