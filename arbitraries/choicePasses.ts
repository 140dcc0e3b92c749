/** One way to edit choices: by most as far as `distance`, by least one step. */
export interface Edit {
  readonly distance: number
  readonly by: (step: number) => readonly number[]
}

/** One kind of edit, at every place of a sequence where it can be made. */
export interface Pass {
  readonly places: (length: number) => number
  readonly at: (made: readonly number[], place: number) => Edit | undefined
}

const once = (choices: () => readonly number[]): Edit => ({ distance: 1, by: choices })
const without = (made: readonly number[], start: number, size: number): readonly number[] => [
  ...made.slice(0, start),
  ...made.slice(start + size),
]
const upTo = (last: number): number[] => Array.from({ length: last }, (_, index) => index + 1)

/** The later the first: what comes late has less that depends on it. */
export const deletion = (size: number): Pass => ({
  places: length => length - size + 1,
  at: (made, place) => once(() => without(made, made.length - size - place, size)),
})

export const lowering: Pass = {
  places: length => length,
  at: (made, place) => {
    const choice = made[place] as number
    return { distance: choice, by: step => made.with(place, choice - step) }
  },
}

/** All that are equal, at once: a law may ask that they be. */
export const loweringEquals: Pass = {
  places: length => length,
  at: (made, place) => {
    const choice = made[place] as number
    if (made.indexOf(choice) !== place || made.lastIndexOf(choice) === place) return undefined
    return { distance: choice, by: step => made.map(other => (other === choice ? other - step : other)) }
  },
}

const REACH = 24
const MOST_PAIRS = 200
const nearby = (reach: number, length: number): number => Math.max(1, Math.min(reach, Math.floor(MOST_PAIRS / length)))

/** At two places, the former of which is not 0, no farther apart than `reach`; the longer the sequence, the nearer. */
const atTwo = (reach: number, edit: (made: readonly number[], one: number, other: number) => Edit | undefined): Pass => ({
  places: length => length * nearby(reach, length),
  at: (made, place) => {
    const near = nearby(reach, made.length)
    const one = Math.floor(place / near)
    const other = one + 1 + (place % near)
    return other < made.length && (made[one] as number) > 0 ? edit(made, one, other) : undefined
  },
})

/** How great a choice may be to be taken for a length or a branch. */
const MOST_BRANCHES = 64

/** A choice that is a length or picks a branch: lower it and drop what it had called for, right behind it or later. */
export const pruning = (size: number, reach: number): Pass =>
  atTwo(reach, (made, one, other) => {
    const choice = made[one] as number
    if (choice > MOST_BRANCHES || other + size > made.length) return undefined
    return { distance: choice, by: step => without(made.with(one, choice - step), other, size) }
  })

/** Puts a branch in the place of the tree whose later branch is dropped with the choices that opened it. */
export const hoisting = (opening: number, size: number): Pass =>
  atTwo(REACH / 2, (made, one, other) =>
    other + size > made.length || other < one + opening ? undefined : once(() => without(without(made, other, size), one, opening)),
  )

export const loweringTogether = atTwo(REACH, (made, one, other) => {
  const [first, second] = [made[one] as number, made[other] as number]
  return { distance: Math.min(first, second), by: step => made.with(one, first - step).with(other, second - step) }
})

export const redistribution = atTwo(REACH, (made, one, other) => {
  const [first, second] = [made[one] as number, made[other] as number]
  return { distance: first, by: step => made.with(one, first - step).with(other, second + step) }
})

/** More than any choice can be: lowered to what can. */
const MOST = Number.POSITIVE_INFINITY

/** Lowers one and makes another as great as it can be, which is lowered again afterwards. */
export const trading = atTwo(REACH, (made, one, other) => {
  const first = made[one] as number
  return { distance: first, by: step => made.with(one, first - step).with(other, MOST) }
})

export const swap = atTwo(REACH, (made, one, other) => {
  const [first, second] = [made[one] as number, made[other] as number]
  return first > second ? once(() => made.with(one, second).with(other, first)) : undefined
})

/** Neighbours of several choices each. */
export const swapOfParts = (former: number, latter: number): Pass => ({
  places: length => length - former - latter + 1,
  at: (made, start) => {
    const [middle, end] = [start + former, start + former + latter]
    return once(() => [...made.slice(0, start), ...made.slice(middle, end), ...made.slice(start, middle), ...made.slice(end)])
  },
})

/** Where a law holds for few of the lower values, no step need lead to one: tries the least, the fewer the longer the sequence. */
const LEAST_VALUES = 128
export const leastValues: Pass = {
  places: length => length * LEAST_VALUES,
  at: (made, place) => {
    const [index, value] = [Math.floor(place / LEAST_VALUES), place % LEAST_VALUES]
    return value < (made[index] as number) && value * made.length < 8 * LEAST_VALUES ? once(() => made.with(index, value)) : undefined
  },
}

/** The same of every part, where parts of equal length stand in a row. */
export const loweringColumn = (period: number): Pass => ({
  places: length => length,
  at: (made, start) => {
    const isOfColumn = (index: number): boolean => index >= start && (index - start) % period === 0 && (made[index] as number) > 0
    const column = made.filter((_, index) => isOfColumn(index))
    if (!isOfColumn(start) || column.length < 2) return undefined
    return { distance: Math.min(...column), by: step => made.map((choice, index) => (isOfColumn(index) ? choice - step : choice)) }
  },
})

/** A table whose width was chosen, with the width less by one. */
export const droppingColumn = (period: number): Pass =>
  atTwo(REACH, (made, one, start) => {
    if ((made[one] as number) > MOST_BRANCHES || start + period >= made.length) return undefined
    const narrower = made.with(one, (made[one] as number) - 1)
    return once(() => narrower.filter((_, index) => index < start || (index - start) % period !== 0))
  })

/** How long a sequence may be where every two of its places are tried, and every three. */
const MOST_FOR_TWO = 16
const MOST_FOR_THREE = 10

/** Fewer choices, one of them greater: it may stand for those that are dropped, or be a branch that calls for less. */
export const condensing = (size: number, raise: number): Pass => ({
  places: length => (length > MOST_FOR_TWO ? 0 : length * length),
  at: (made, place) => {
    const [raised, start] = [Math.floor(place / made.length), place % made.length]
    const isApart = raised < start || raised >= start + size
    if (!isApart || start + size > made.length) return undefined
    return once(() => without(made.with(raised, (made[raised] as number) + raise), start, size))
  },
})

/** The same, where a length goes down with it. */
export const condensingList = (size: number): Pass => ({
  places: length => (length > MOST_FOR_THREE ? 0 : length ** 3),
  at: (made, place) => {
    const length = made.length
    const [list, raised, start] = [Math.floor(place / length ** 2), Math.floor(place / length) % length, place % length]
    const isApart = raised !== list && (raised < start || raised >= start + size)
    if (list >= start || !isApart || made[list] === 0 || start + size > length) return undefined
    return once(() => without(made.with(list, (made[list] as number) - 1).with(raised, MOST), start, size))
  },
})

/** Two of a list's items that only together can be spared, as a bracket and the one that closes it. */
export const droppingTwo: Pass = {
  places: length => (length > MOST_FOR_THREE ? 0 : length ** 3),
  at: (made, place) => {
    const length = made.length
    const [list, one, other] = [Math.floor(place / length ** 2), Math.floor(place / length) % length, place % length]
    if (list >= one || one >= other || (made[list] as number) < 2) return undefined
    return once(() => without(without(made.with(list, (made[list] as number) - 2), other, 1), one, 1))
  },
}

/** Two lists, each shorter by its first item: a law may ask that they be equally long. */
export const pruningBoth = (size: number): Pass =>
  atTwo(REACH, (made, one, other) => {
    const [first, second] = [made[one] as number, made[other] as number]
    if (second === 0 || other <= one + size || Math.max(first, second) > MOST_BRANCHES) return undefined
    return once(() => without(without(made.with(one, first - 1).with(other, second - 1), other + 1, size), one + 1, size))
  })

/** Where less depth takes a choice that greater depth spares: drops some and fills in the simplest. */
export const cuttingAndFilling = (size: number): Pass => ({
  places: length => (length > MOST_FOR_TWO ? 0 : length * length),
  at: (made, place) => {
    const [start, filled] = [Math.floor(place / made.length), place % made.length]
    if (start + size > made.length || filled > made.length - size) return undefined
    return once(() => without(made, start, size).toSpliced(filled, 0, 0))
  },
})

/** The same where each choice that follows has to be led in, as a branch that stood as deep as may be, once it stands higher. */
export const cuttingAndSpreading = (size: number): Pass => ({
  places: length => (length > MOST_FOR_TWO ? 0 : length * length),
  at: (made, place) => {
    const [start, spread] = [Math.floor(place / made.length), place % made.length]
    if (start + size > made.length || spread > made.length - size) return undefined
    return once(() => without(made, start, size).flatMap((choice, index) => (index < spread ? [choice] : [0, choice])))
  },
})

/** Lowers one, and makes some in a row as great as they can be: fewer items that have more in them. */
export const topping: Pass = {
  places: length => (length > MOST_FOR_THREE ? 0 : length ** 3),
  at: (made, place) => {
    const length = made.length
    const [lowered, start, end] = [Math.floor(place / length ** 2), Math.floor(place / length) % length, place % length]
    if (start >= end) return undefined
    const topped = made.map((choice, index) => (index >= start && index <= end ? MOST : choice))
    return { distance: made[lowered] as number, by: step => topped.with(lowered, (made[lowered] as number) - step) }
  },
}

/** What cuts much comes first, what needs many tries last. */
export const PASSES: readonly Pass[] = [
  ...[128, 64, 48, 32, 24, 16].map(deletion),
  ...upTo(12).reverse().map(deletion),
  ...upTo(12).map(size => pruning(size, 1)),
  lowering,
  ...upTo(6).map(size => pruning(size, REACH)),
  loweringEquals,
  loweringTogether,
  redistribution,
  swap,
  ...upTo(4).flatMap(former => upTo(4).map(latter => swapOfParts(former, latter))),
  ...[2, 3, 4, 5, 6].flatMap(period => [loweringColumn(period), droppingColumn(period)]),
  ...upTo(3).map(pruningBoth),
  trading,
  ...upTo(3).flatMap(opening => upTo(4).map(size => hoisting(opening, size))),
  leastValues,
  ...upTo(4).flatMap(size => [condensing(size, 1), condensing(size, MOST)]),
  ...upTo(3).map(condensingList),
  droppingTwo,
  ...[2, 3, 4, 5].map(cuttingAndFilling),
  ...[2, 3, 4, 5].map(cuttingAndSpreading),
  topping,
]
