import type { Choose } from '../../../../arbitraries/choiceSequence'
import { type Below, pick } from '../drawInstruction'
import { random64 } from './borders'

/** Choices that follow from numbers. */
export const chooseFrom = (below: Below): Choose => ({
  integer: (min, max) => min + below(max - min + 1),
  boolean: () => below(2) === 1,
  pick: list => pick(below, list),
  bits: width => BigInt.asUintN(width, random64(below)),
})
