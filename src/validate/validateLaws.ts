import type { Inspector } from './inspector'

const nameOf = (law: unknown): unknown => (typeof law === 'object' && law !== null && 'name' in law ? law.name : undefined)

const LAW_NAME = /^[a-z][A-Za-z0-9]*\.[a-z][A-Za-z0-9]*$/

/** Adds the problems of a list of laws. A law must not have a name in `taken` or the name of an earlier law. */
export function validateLaws(inspector: Inspector, laws: unknown, taken: readonly string[]): void {
  if (!Array.isArray(laws)) {
    inspector.addProblem('laws', 'an array of laws', laws, 'give [] if the level declares no laws')
    return
  }
  laws.forEach((law: unknown, index) => {
    const fields = inspector.object(`laws.${index}`, law, 'make it with law(name, check)')
    if (fields === undefined) return
    inspector.name(
      `laws.${index}.name`,
      fields.name,
      LAW_NAME,
      'a name of the form subject.property',
      'such as sum.orderFree, because rows and reports list laws by name',
    )
    inspector.function(`laws.${index}.check`, fields.check, 'a law checks a draft')
    const first = laws.findIndex((other: unknown) => nameOf(other) === fields.name)
    if (typeof fields.name === 'string' && (taken.includes(fields.name) || first < index))
      inspector.addProblem(`laws.${index}.name`, 'a name that no other law has', fields.name, 'rows and reports list laws by name')
  })
}
