import { either as E } from 'fp-ts'
import { checkArbitrary, type fc, type Law, renderError } from 'genesis-datasets'

/** Returns the simplest value that violates one of the laws, with the reason, as a check with seed 42 finds it. */
export function findMinimal<T>(
  arbitrary: fc.Arbitrary<T>,
  laws: Law<T> | readonly Law<T>[],
  print?: (value: T) => string,
): { readonly law: string; readonly shrunk: string; readonly reason: string } {
  const checked = checkArbitrary(arbitrary, [laws].flat() as readonly Law<T>[], { seed: 42, ...(print === undefined ? {} : { print }) })
  if (E.isRight(checked)) throw new Error('the laws let the fault pass')
  if (checked.left._tag === 'CheckError') throw new Error(renderError(checked.left))
  const { law, reason, shrunk, minimal } = checked.left
  if (!minimal) throw new Error(`a simpler value than ${shrunk.input} may break ${law}`)
  return { law, shrunk: shrunk.input, reason }
}
