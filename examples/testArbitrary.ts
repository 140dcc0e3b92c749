// Checks one arbitrary against some laws, without a level, as a unit test of a new arbitrary does.
import { assertArbitrary, fc, renderCheck } from 'genesis-datasets'
import { fromChoices } from 'genesis-datasets/arbitraries'
import { idempotence, invariance, law } from 'genesis-datasets/laws'

/** Words of brackets that are closed in the right order. */
const brackets = fromChoices(choose => {
  const word = (depth: number): string =>
    depth > 0 && choose.boolean()
      ? `${choose
          .pick(['()', '[]'])
          .split('')
          .join(word(depth - 1))}${word(depth - 1)}`
      : ''
  return word(6)
})

const withoutPairs = (word: string): string => word.replaceAll('()', '').replaceAll('[]', '')
const isBalanced = (word: string): boolean => (withoutPairs(word) === word ? word === '' : isBalanced(withoutPairs(word)))

const report = assertArbitrary(
  brackets,
  [
    law('brackets.balanced', word => (isBalanced(word) ? 'holds' : { violated: 'a bracket is not closed' })),
    invariance('brackets.mirrored', mirrored, isBalanced),
    idempotence('brackets.trimmed', word => word.trim()),
  ],
  { seed: 42, runs: 1_000, classify: { nested: word => /[([]{2}/.test(word) }, cover: { nested: 0.1 } },
)
console.log(renderCheck(report))

function mirrored(word: string): string {
  const other: Readonly<Record<string, string>> = { '(': ')', ')': '(', '[': ']', ']': '[' }
  return [...word]
    .reverse()
    .map(bracket => other[bracket])
    .join('')
}

// The same laws find an error in an arbitrary, and its simplest counterexample.
const careless = fc.string({ unit: fc.constantFrom('(', ')'), maxLength: 8, size: 'max' })
try {
  assertArbitrary(careless, [law('brackets.balanced', word => (isBalanced(word) ? 'holds' : { violated: 'a bracket is not closed' }))])
} catch (error) {
  console.log((error as Error).message)
}
