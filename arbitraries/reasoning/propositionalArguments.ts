import { byDifficulty, type Choose, fromChoices } from '../index'

/** Text of a formula and the worlds in which it is true: a bit for each assignment to P, Q, R and S. */
export type Formula = { text: string; worlds: number }
/** Premises and a conclusion. */
export type Argument = { premises: Formula[]; conclusion: Formula }
/** Status of a conclusion: it follows, its negation follows, or neither. */
export type Status = 'follows' | 'refuted' | 'open'
/** Binary operator between two formulas. */
export type Operator = (typeof OPERATORS)[number]
/** Range of the number of premises, and maximum number of literals per formula. */
type Size = { premises: readonly [number, number]; literals: number }
/** Formula whose signs are not yet drawn. `isLeft` is true if the brackets enclose the first two of three variables. */
type Frame = { variables: readonly number[]; operators: readonly Operator[]; isLeft: boolean }

const SIZES = byDifficulty<Size>({
  easy: { premises: [2, 3], literals: 2 },
  medium: { premises: [3, 3], literals: 3 },
  hard: { premises: [4, 4], literals: 3 },
})
/** Statuses: the conclusion follows, its negation follows, or neither. */
export const STATUSES: readonly Status[] = ['follows', 'refuted', 'open']
const OPERATORS = ['&', '|', '->', '<->'] as const
/** Bits of all 16 worlds. */
export const ALL = 0xffff
/** Worlds in which each of P, Q, R and S is true. */
export const WORLDS = [0xaaaa, 0xcccc, 0xf0f0, 0xff00]
/** All eight literals: each variable and its negation. */
export const LITERALS = WORLDS.flatMap((worlds, variable): Formula[] => [
  { text: 'PQRS'.charAt(variable), worlds },
  { text: `~${'PQRS'.charAt(variable)}`, worlds: ALL ^ worlds },
])

const combineWorlds = (one: number, operator: Operator, other: number): number =>
  operator === '&' ? one & other : operator === '|' ? one | other : operator === '->' ? (ALL ^ one) | other : ALL ^ one ^ other
/** Joins two formulas by an operator. */
export const join = (one: Formula, operator: Operator, other: Formula): Formula => ({
  text: `${one.text} ${operator} ${other.text}`,
  worlds: combineWorlds(one.worlds, operator, other.worlds),
})
const addBrackets = ({ text, worlds }: Formula): Formula => ({ text: `(${text})`, worlds })
/** Matches a formula with an operator; captures the first operand, the operator and the rest. */
export const JOINED = /^(~?\w|\([^()]*\)) (\S+) (.+)$/
/** Parses a formula. `text` must be well formed. */
export function parseFormula(text: string): Formula {
  const [, one = '', operator, other = ''] = JOINED.exec(text) ?? []
  if (operator !== undefined) return { text, worlds: join(parseFormula(one), operator as Operator, parseFormula(other)).worlds }
  return { text, worlds: (LITERALS.find(literal => literal.text === text) ?? parseFormula(text.slice(1, -1))).worlds }
}

/** Returns the worlds in which all premises are true. */
export const commonWorlds = (premises: readonly Formula[]): number => premises.reduce((worlds, premise) => worlds & premise.worlds, ALL)
/** Returns the status of a conclusion that is true in `worlds`, given that one of the `possible` worlds is the actual one. */
export const statusIn = (possible: number, worlds: number): Status =>
  (possible & ~worlds) === 0 ? 'follows' : (possible & worlds) === 0 ? 'refuted' : 'open'
/** Returns the formula of a frame; `signs` has a bit per variable, set for a negated one. */
function applySigns({ variables, operators, isLeft }: Frame, signs: number): Formula {
  const [one, two, three] = variables.map((variable, index) => LITERALS[2 * variable + ((signs >> index) & 1)]) as [
    Formula,
    Formula,
    Formula,
  ]
  const [first, second] = operators as [Operator, Operator]
  if (variables.length === 1) return one
  if (variables.length === 2) return join(one, first, two)
  return isLeft ? join(addBrackets(join(one, first, two)), second, three) : join(one, first, addBrackets(join(two, second, three)))
}

/** Returns the worlds of that formula, without building its text. */
function worldsOf({ variables, operators, isLeft }: Frame, signs: number): number {
  const literal = (index: number): number => (WORLDS[variables[index] as number] as number) ^ ((signs >> index) & 1 ? ALL : 0)
  const [first, second] = operators as [Operator, Operator]
  if (variables.length === 1) return literal(0)
  if (variables.length === 2) return combineWorlds(literal(0), first, literal(1))
  return isLeft
    ? combineWorlds(combineWorlds(literal(0), first, literal(1)), second, literal(2))
    : combineWorlds(literal(0), first, combineWorlds(literal(1), second, literal(2)))
}

/**
 * Returns the first formula of a frame that fits, starting at drawn signs. The signs alone decide, so the surface of the
 * text gives nothing away.
 */
function findFormula(choose: Choose, frame: Frame, fits: (worlds: number, signs: number) => boolean): Formula | undefined {
  const end = 1 << frame.variables.length
  const turn = choose.integer(0, end - 1)
  for (let index = 0; index < end; index++) {
    const signs = index ^ turn
    if (fits(worldsOf(frame, signs), signs)) return applySigns(frame, signs)
  }
  return undefined
}

/** Draws `length` of the given variables, never the same one twice in a row. */
function drawVariables(choose: Choose, some: readonly number[], length: number): number[] {
  let place = choose.integer(0, some.length - 1)
  const variables = [some[place] as number]
  while (variables.length < length) {
    place = (place + choose.integer(1, some.length - 1)) % some.length
    variables.push(some[place] as number)
  }
  return variables
}

/** Draws a frame with operators for which the position of the brackets matters. */
function drawFrame(choose: Choose, variables: readonly number[], isLeft: boolean): Frame {
  const first = choose.integer(0, 3)
  if (variables.length < 3) return { variables, operators: [OPERATORS[first] as Operator], isLeft }
  const second = (first + choose.integer(OPERATORS[first] === '->' ? 0 : 1, 3)) & 3
  return { variables, operators: [OPERATORS[first] as Operator, OPERATORS[second] as Operator], isLeft }
}

/**
 * Draws premises in random order: a literal, formulas that link one variable after another, and, for three or more, one
 * that the others imply.
 */
function drawPremises(choose: Choose, variables: readonly number[], count: number, literals: number, isDecided: boolean): Formula[] {
  const world = 1 << choose.integer(0, 15)
  const known = variables.slice(0, 1)
  const premises = [
    findFormula(choose, { variables: [...known], operators: [], isLeft: true }, worlds => (worlds & world) !== 0) as Formula,
  ]
  for (const next of variables.slice(1, -1)) {
    const [before, isLeft] = [drawVariables(choose, known, Math.min(known.length, literals - 1)), choose.boolean()]
    const possible = commonWorlds(premises)
    const decides = (worlds: number): boolean => statusIn(possible & worlds, WORLDS[next] as number) !== 'open'
    const mustDecide = isDecided || known.length === 1
    const frame = drawFrame(choose, isLeft ? [...before, next] : [next, ...before], isLeft)
    const found = findFormula(choose, frame, worlds => (worlds & world) !== 0 && (!mustDecide || decides(worlds))) as Formula
    if (decides(found.worlds)) known.push(next)
    premises.push(found)
  }
  if (premises.length < count)
    premises.push(drawImplied(choose, commonWorlds(premises), drawFrame(choose, drawVariables(choose, known, literals), choose.boolean())))
  for (let index = count - 1; index > 0; index--) {
    const other = choose.integer(0, index)
    const moved = premises[index] as Formula
    premises[index] = premises[other] as Formula
    premises[other] = moved
  }
  return premises
}

/** Draws a formula that is true in all of the given worlds. Inverting one of its signs makes it false in all of them. */
const drawImplied = (choose: Choose, possible: number, frame: Frame): Formula =>
  findFormula(
    choose,
    frame,
    (worlds, signs) =>
      (possible & ~worlds) === 0 && frame.variables.some((_, index) => (possible & worldsOf(frame, signs ^ (1 << index))) === 0),
  ) as Formula

/**
 * Form of a conclusion: two literals, three with brackets, or three without. `bare` has the same status with brackets in
 * either place; `unclear` does not.
 */
export type Shape = 'two' | 'brackets' | 'bare' | 'unclear'
/** Draws up to 8 conclusions and returns the first of the requested status, or else the last. */
function drawConclusion(choose: Choose, possible: number, variables: readonly number[], shape: Shape): Formula {
  const status = choose.pick(STATUSES)
  for (let attempt = 1; ; attempt++) {
    const frame = drawFrame(choose, drawVariables(choose, variables, shape === 'two' ? 2 : 3), choose.boolean())
    const other = { ...frame, isLeft: !frame.isLeft }
    const isClear = (worlds: number, signs: number): boolean => statusIn(possible, worlds) === statusIn(possible, worldsOf(other, signs))
    const found = findFormula(choose, frame, (worlds, signs) =>
      shape === 'unclear' ? !isClear(worlds, signs) : statusIn(possible, worlds) === status && (shape !== 'bare' || isClear(worlds, signs)),
    )
    if (found !== undefined) return shape === 'bare' ? parseFormula(removeBrackets(found.text)) : found
    if (attempt === 8) return applySigns(frame, 0)
  }
}

/**
 * Returns arbitraries of arguments by difficulty, whose conclusions have one of the given shapes. If `isDecided`, the
 * premises decide every variable that they mention.
 */
export const drawArguments = (shapes: readonly Shape[], isDecided = false) =>
  byDifficulty(SIZES, ({ premises: [fewest, most], literals }) =>
    fromChoices((choose): Argument => {
      const count = choose.integer(fewest, most)
      const first = choose.integer(0, 3)
      const variables = Array.from({ length: Math.max(3, count) }, (_, index) => (first + index) % 4)
      const premises = drawPremises(choose, variables, count, literals, isDecided)
      return { premises, conclusion: drawConclusion(choose, commonWorlds(premises), variables, choose.pick(shapes)) }
    }),
  )

/** Returns the text without round brackets. */
export const removeBrackets = (text: string): string => text.replace(/[()]/g, '')
