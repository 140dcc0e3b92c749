import type { Sample } from '../../model/sample'

/** Merges sources that are each sorted by id into one sequence sorted by id. Holds one row of each source at a time. */
export function* mergeById<T>(sources: readonly Iterable<T>[], sampleOf: (item: T) => Sample): Generator<T> {
  const open = sources.map(source => source[Symbol.iterator]())
  const heads = open.map(iterator => iterator.next())
  for (;;) {
    let first = -1
    let least = Number.POSITIVE_INFINITY
    for (const [index, head] of heads.entries()) {
      if (head.done === true) continue
      const number = rowNumber(sampleOf(head.value))
      if (first !== -1 && number >= least) continue
      first = index
      least = number
    }
    const head = heads[first]
    if (head === undefined || head.done === true) return
    yield head.value
    heads[first] = (open[first] as Iterator<T>).next()
  }
}

/** Returns the number of a row in its dataset, which is the last part of its id. */
const rowNumber = ({ id }: Sample): number => Number(id.slice(id.lastIndexOf('_') + 1))
