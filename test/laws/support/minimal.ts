import { either as E } from 'fp-ts'
import { checkArbitrary, type fc, type Law, renderError } from 'genesis-datasets'

/** The simplest value that breaks one of the laws, and why, as a check with seed 42 finds it. */
export function minimal<T>(
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
