/** One edit of a sequence of choices, by 1 to `maxStep` steps. */
export interface Edit {
  readonly maxStep: number
  readonly apply: (step: number) => readonly number[]
}

/** One kind of edit, applied at every position of a sequence that allows it. */
export interface Pass {
  /** Number of positions to try in a sequence of the given length. */
  readonly positionCount: (length: number) => number
  /** Returns the edit at a position, or undefined if there is none. */
  readonly editAt: (choices: readonly number[], position: number) => Edit | undefined
}

const singleStep = (choices: () => readonly number[]): Edit => ({ maxStep: 1, apply: choices })
const removeSpan = (choices: readonly number[], start: number, size: number): readonly number[] => [
  ...choices.slice(0, start),
  ...choices.slice(start + size),
]
const integersUpTo = (last: number): number[] => Array.from({ length: last }, (_, index) => index + 1)

/** Deletes `size` adjacent choices. Starts at the end, because fewer choices depend on late ones. */
export const deleteAdjacent = (size: number): Pass => ({
  positionCount: length => length - size + 1,
  editAt: (choices, position) => singleStep(() => removeSpan(choices, choices.length - size - position, size)),
})

/** Lowers one choice. */
export const lower: Pass = {
  positionCount: length => length,
  editAt: (choices, position) => {
    const choice = choices[position] as number
    return { maxStep: choice, apply: step => choices.with(position, choice - step) }
  },
}

/** Lowers all equal choices together, because a law may require that they are equal. */
export const lowerEquals: Pass = {
  positionCount: length => length,
  editAt: (choices, position) => {
    const choice = choices[position] as number
    if (choices.indexOf(choice) !== position || choices.lastIndexOf(choice) === position) return undefined
    return { maxStep: choice, apply: step => choices.map(other => (other === choice ? other - step : other)) }
  },
}

/** Maximum distance between the two choices of a pair. */
const MAX_REACH = 24
/** Maximum number of pairs per sequence, roughly; it shortens the reach in long sequences. */
const MAX_PAIRS = 200
const effectiveReach = (reach: number, length: number): number => Math.max(1, Math.min(reach, Math.floor(MAX_PAIRS / length)))

/**
 * Returns a pass over pairs of positions whose distance is at most `reach` (less in long sequences). The choice at the
 * first position is not 0.
 */
const pairPass = (reach: number, edit: (choices: readonly number[], one: number, other: number) => Edit | undefined): Pass => ({
  positionCount: length => length * effectiveReach(reach, length),
  editAt: (choices, position) => {
    const distance = effectiveReach(reach, choices.length)
    const one = Math.floor(position / distance)
    const other = one + 1 + (position % distance)
    return other < choices.length && (choices[one] as number) > 0 ? edit(choices, one, other) : undefined
  },
})

/** Maximum value of a choice that is taken for a length or a branch. */
const MAX_BRANCH = 64

/**
 * Lowers a choice that may be a length or pick a branch, and drops `size` choices that it may have caused. The dropped
 * choices follow within `reach`.
 */
export const prune = (size: number, reach: number): Pass =>
  pairPass(reach, (choices, one, other) => {
    const choice = choices[one] as number
    if (choice > MAX_BRANCH || other + size > choices.length) return undefined
    return { maxStep: choice, apply: step => removeSpan(choices.with(one, choice - step), other, size) }
  })

/** Replaces a tree by one of its branches. Drops the other, later branch and the `opening` choices that led into the tree. */
export const hoist = (opening: number, size: number): Pass =>
  pairPass(MAX_REACH / 2, (choices, one, other) =>
    other + size > choices.length || other < one + opening
      ? undefined
      : singleStep(() => removeSpan(removeSpan(choices, other, size), one, opening)),
  )

/** Lowers two choices by the same step. */
export const lowerTogether = pairPass(MAX_REACH, (choices, one, other) => {
  const [first, second] = [choices[one] as number, choices[other] as number]
  return { maxStep: Math.min(first, second), apply: step => choices.with(one, first - step).with(other, second - step) }
})

/** Lowers a choice and raises a later one by the same step. */
export const redistribute = pairPass(MAX_REACH, (choices, one, other) => {
  const [first, second] = [choices[one] as number, choices[other] as number]
  return { maxStep: first, apply: step => choices.with(one, first - step).with(other, second + step) }
})

/** Value above every possible choice. The replay lowers it to the possible maximum. */
const UNBOUNDED = Number.POSITIVE_INFINITY

/** Lowers a choice and raises a later one to its maximum, which other passes then lower again. */
export const trade = pairPass(MAX_REACH, (choices, one, other) => {
  const first = choices[one] as number
  return { maxStep: first, apply: step => choices.with(one, first - step).with(other, UNBOUNDED) }
})

/** Swaps a choice with a smaller one behind it. */
export const swap = pairPass(MAX_REACH, (choices, one, other) => {
  const [first, second] = [choices[one] as number, choices[other] as number]
  return first > second ? singleStep(() => choices.with(one, second).with(other, first)) : undefined
})

/** Swaps two adjacent parts of `former` and `latter` choices. */
export const swapNeighbours = (former: number, latter: number): Pass => ({
  positionCount: length => length - former - latter + 1,
  editAt: (choices, start) => {
    const [middle, end] = [start + former, start + former + latter]
    return singleStep(() => [
      ...choices.slice(0, start),
      ...choices.slice(middle, end),
      ...choices.slice(start, middle),
      ...choices.slice(end),
    ])
  },
})

/** Maximum number of values that {@link trySmallestValues} tries per choice. */
const MAX_SMALLEST_VALUES = 128
/**
 * Sets a choice to each of the smallest values, to fewer of them in a long sequence. If few lower values violate a law,
 * stepwise lowering may miss all of them.
 */
export const trySmallestValues: Pass = {
  positionCount: length => length * MAX_SMALLEST_VALUES,
  editAt: (choices, position) => {
    const [index, value] = [Math.floor(position / MAX_SMALLEST_VALUES), position % MAX_SMALLEST_VALUES]
    return value < (choices[index] as number) && value * choices.length < 8 * MAX_SMALLEST_VALUES
      ? singleStep(() => choices.with(index, value))
      : undefined
  },
}

/** Lowers the same choice of every part, where parts of `period` choices follow each other. */
export const lowerColumn = (period: number): Pass => ({
  positionCount: length => length,
  editAt: (choices, start) => {
    const isOfColumn = (index: number): boolean => index >= start && (index - start) % period === 0 && (choices[index] as number) > 0
    const column = choices.filter((_, index) => isOfColumn(index))
    if (!isOfColumn(start) || column.length < 2) return undefined
    return { maxStep: Math.min(...column), apply: step => choices.map((choice, index) => (isOfColumn(index) ? choice - step : choice)) }
  },
})

/** Drops one column of a table of `period` columns, and lowers the choice of its width by one. */
export const dropColumn = (period: number): Pass =>
  pairPass(MAX_REACH, (choices, one, start) => {
    if ((choices[one] as number) > MAX_BRANCH || start + period >= choices.length) return undefined
    const narrower = choices.with(one, (choices[one] as number) - 1)
    return singleStep(() => narrower.filter((_, index) => index < start || (index - start) % period !== 0))
  })

/** Maximum length of a sequence whose pairs of positions are all tried. */
const MAX_LENGTH_FOR_PAIRS = 16
/** Maximum length of a sequence whose triples of positions are all tried. */
const MAX_LENGTH_FOR_TRIPLES = 10

/**
 * Drops `size` choices and raises another by `raise`; `UNBOUNDED` raises it to its maximum. The raised choice may replace the
 * dropped ones, or pick a branch that makes fewer choices.
 */
export const condense = (size: number, raise: number): Pass => ({
  positionCount: length => (length > MAX_LENGTH_FOR_PAIRS ? 0 : length * length),
  editAt: (choices, position) => {
    const [raised, start] = [Math.floor(position / choices.length), position % choices.length]
    const isOutside = raised < start || raised >= start + size
    if (!isOutside || start + size > choices.length) return undefined
    return singleStep(() => removeSpan(choices.with(raised, (choices[raised] as number) + raise), start, size))
  },
})

/** Drops `size` choices, raises another to its maximum and lowers a list length before them by one. */
export const condenseList = (size: number): Pass => ({
  positionCount: length => (length > MAX_LENGTH_FOR_TRIPLES ? 0 : length ** 3),
  editAt: (choices, position) => {
    const length = choices.length
    const [list, raised, start] = [Math.floor(position / length ** 2), Math.floor(position / length) % length, position % length]
    const isOutside = raised !== list && (raised < start || raised >= start + size)
    if (list >= start || !isOutside || choices[list] === 0 || start + size > length) return undefined
    return singleStep(() => removeSpan(choices.with(list, (choices[list] as number) - 1).with(raised, UNBOUNDED), start, size))
  },
})

/** Drops two items of a list together, for items that depend on each other such as an opening and a closing bracket. */
export const dropTwo: Pass = {
  positionCount: length => (length > MAX_LENGTH_FOR_TRIPLES ? 0 : length ** 3),
  editAt: (choices, position) => {
    const length = choices.length
    const [list, one, other] = [Math.floor(position / length ** 2), Math.floor(position / length) % length, position % length]
    if (list >= one || one >= other || (choices[list] as number) < 2) return undefined
    return singleStep(() => removeSpan(removeSpan(choices.with(list, (choices[list] as number) - 2), other, 1), one, 1))
  },
}

/** Drops the first item, `size` choices long, of each of two lists, because a law may require equal lengths. */
export const pruneBoth = (size: number): Pass =>
  pairPass(MAX_REACH, (choices, one, other) => {
    const [first, second] = [choices[one] as number, choices[other] as number]
    if (second === 0 || other <= one + size || Math.max(first, second) > MAX_BRANCH) return undefined
    return singleStep(() => removeSpan(removeSpan(choices.with(one, first - 1).with(other, second - 1), other + 1, size), one + 1, size))
  })

/** Drops `size` choices and inserts a 0 elsewhere. A shallower structure can need a choice that a deeper one does not make. */
export const cutAndFill = (size: number): Pass => ({
  positionCount: length => (length > MAX_LENGTH_FOR_PAIRS ? 0 : length * length),
  editAt: (choices, position) => {
    const [start, filled] = [Math.floor(position / choices.length), position % choices.length]
    if (start + size > choices.length || filled > choices.length - size) return undefined
    return singleStep(() => removeSpan(choices, start, size).toSpliced(filled, 0, 0))
  },
})

/**
 * Drops `size` choices and inserts a 0 before each choice from a position on. A branch at the maximum depth makes fewer
 * choices than the same branch higher up.
 */
export const cutAndSpread = (size: number): Pass => ({
  positionCount: length => (length > MAX_LENGTH_FOR_PAIRS ? 0 : length * length),
  editAt: (choices, position) => {
    const [start, spread] = [Math.floor(position / choices.length), position % choices.length]
    if (start + size > choices.length || spread > choices.length - size) return undefined
    return singleStep(() => removeSpan(choices, start, size).flatMap((choice, index) => (index < spread ? [choice] : [0, choice])))
  },
})

/** Lowers one choice and raises a range of others to their maximum, which gives fewer items with more content. */
export const raiseRange: Pass = {
  positionCount: length => (length > MAX_LENGTH_FOR_TRIPLES ? 0 : length ** 3),
  editAt: (choices, position) => {
    const length = choices.length
    const [lowered, start, end] = [Math.floor(position / length ** 2), Math.floor(position / length) % length, position % length]
    if (start >= end) return undefined
    const raised = choices.map((choice, index) => (index >= start && index <= end ? UNBOUNDED : choice))
    return { maxStep: choices[lowered] as number, apply: step => raised.with(lowered, (choices[lowered] as number) - step) }
  },
}

/** All passes. Passes that remove much come first, passes that need many attempts last. */
export const PASSES: readonly Pass[] = [
  ...[128, 64, 48, 32, 24, 16].map(deleteAdjacent),
  ...integersUpTo(12).reverse().map(deleteAdjacent),
  ...integersUpTo(12).map(size => prune(size, 1)),
  lower,
  ...integersUpTo(6).map(size => prune(size, MAX_REACH)),
  lowerEquals,
  lowerTogether,
  redistribute,
  swap,
  ...integersUpTo(4).flatMap(former => integersUpTo(4).map(latter => swapNeighbours(former, latter))),
  ...[2, 3, 4, 5, 6].flatMap(period => [lowerColumn(period), dropColumn(period)]),
  ...integersUpTo(3).map(pruneBoth),
  trade,
  ...integersUpTo(3).flatMap(opening => integersUpTo(4).map(size => hoist(opening, size))),
  trySmallestValues,
  ...integersUpTo(4).flatMap(size => [condense(size, 1), condense(size, UNBOUNDED)]),
  ...integersUpTo(3).map(condenseList),
  dropTwo,
  ...[2, 3, 4, 5].map(cutAndFill),
  ...[2, 3, 4, 5].map(cutAndSpread),
  raiseRange,
]
