import type { Choose } from '../../../../../arbitraries/choiceSequence'
import { drawList } from '../../../../../arbitraries/drawList'
import { type Below, pick } from './drawInstruction'
import { random64 } from './borders'

/** Returns choices that a generator of numbers determines. */
export function chooseFrom(below: Below): Choose {
  const integer = (min: number, max: number): number => min + below(max - min + 1)
  return {
    integer,
    boolean: () => below(2) === 1,
    pick: list => pick(below, list),
    bits: width => BigInt.asUintN(width, random64(below)),
    list: (length, item) => drawList(integer, length, item),
  }
}
