// Finds the cause of a failure: breaks a level, replays the counterexample from its token, and repairs the level.
import { checkLevel, renderError, renderReproduction, reproduce } from 'genesis-datasets'
import { sums } from 'genesis-datasets/levels'

const level = await sums()
type Sum = Parameters<typeof level.canonicalForm>[0]
const { plain } = level.topics
if (plain === undefined) throw new Error('the level has no such topic')

/** Level whose answer omits the last term. */
const broken = {
  ...level,
  topics: { plain: { ...plain, answer: ({ terms }: Sum) => terms.slice(0, -1).reduce((sum, term) => sum + term, 0) } },
}

const checked = checkLevel(broken, { seed: 42, runs: 500 })
if (checked._tag === 'Right' || checked.left._tag !== 'Counterexample') throw new Error('the fault was not found')
console.log(renderError(checked.left))

const { token } = checked.left
const again = reproduce(broken, token)
if (again._tag === 'Right') console.log(renderReproduction(again.right))

// On the correct level, every law holds for the same draw.
const repaired = reproduce(level, token)
if (repaired._tag === 'Left') throw new Error(renderError(repaired.left))
console.log(repaired.right.laws.every(({ outcome }) => outcome === 'holds') ? 'repaired' : 'still broken')
