import type { Inspector } from './inspector'

const LAW_NAME = /^[a-z][A-Za-z0-9]*\.[a-z][A-Za-z0-9]*$/

export function validateLaws(inspector: Inspector, laws: unknown): void {
  if (!Array.isArray(laws)) {
    inspector.complain('laws', 'an array of laws', laws, 'give [] where the level has no laws of its own')
    return
  }
  laws.forEach((law: unknown, index) => {
    const fields = inspector.object(`laws.${index}`, law, 'make it with law(name, check)')
    if (fields === undefined) return
    inspector.name(`laws.${index}.name`, fields.name, LAW_NAME, 'a name of the form subject.property')
    inspector.function(`laws.${index}.check`, fields.check, 'a law checks a draft')
  })
}
