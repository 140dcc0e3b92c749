import { byDifficulty, type Choose, fromChoices } from '../index'

/** A text, and the worlds in which it is true: a bit for each way to make P, Q, R and S true or false. */
export type Formula = { text: string; worlds: number }
export type Argument = { premises: Formula[]; conclusion: Formula }
export type Status = 'follows' | 'refuted' | 'open'
export type Operator = (typeof OPERATORS)[number]
/** How many premises an argument has, and how many literals a formula has at most. */
type Size = { premises: readonly [number, number]; literals: number }
/** A formula whose signs are still open: its variables, its operators, and whether brackets stand around the first two. */
type Frame = { variables: readonly number[]; operators: readonly Operator[]; isLeft: boolean }

const SIZES = byDifficulty<Size>({
  easy: { premises: [2, 3], literals: 2 },
  medium: { premises: [3, 3], literals: 3 },
  hard: { premises: [4, 4], literals: 3 },
})
export const STATUSES: readonly Status[] = ['follows', 'refuted', 'open']
const OPERATORS = ['&', '|', '->', '<->'] as const
export const ALL = 0xffff
export const WORLDS = [0xaaaa, 0xcccc, 0xf0f0, 0xff00]
export const LITERALS = WORLDS.flatMap((worlds, variable): Formula[] => [
  { text: 'PQRS'.charAt(variable), worlds },
  { text: `~${'PQRS'.charAt(variable)}`, worlds: ALL ^ worlds },
])

const combined = (one: number, operator: Operator, other: number): number =>
  operator === '&' ? one & other : operator === '|' ? one | other : operator === '->' ? (ALL ^ one) | other : ALL ^ one ^ other
export const join = (one: Formula, operator: Operator, other: Formula): Formula => ({
  text: `${one.text} ${operator} ${other.text}`,
  worlds: combined(one.worlds, operator, other.worlds),
})
const bracketed = ({ text, worlds }: Formula): Formula => ({ text: `(${text})`, worlds })
export const JOINED = /^(~?\w|\([^()]*\)) (\S+) (.+)$/
export function formula(text: string): Formula {
  const [, one = '', operator, other = ''] = JOINED.exec(text) ?? []
  if (operator !== undefined) return { text, worlds: join(formula(one), operator as Operator, formula(other)).worlds }
  return { text, worlds: (LITERALS.find(literal => literal.text === text) ?? formula(text.slice(1, -1))).worlds }
}

export const common = (premises: readonly Formula[]): number => premises.reduce((worlds, premise) => worlds & premise.worlds, ALL)
export const statusIn = (possible: number, worlds: number): Status =>
  (possible & ~worlds) === 0 ? 'follows' : (possible & worlds) === 0 ? 'refuted' : 'open'
/** The formula of a frame with a sign for each variable, a bit each. */
function signed({ variables, operators, isLeft }: Frame, signs: number): Formula {
  const [one, two, three] = variables.map((variable, index) => LITERALS[2 * variable + ((signs >> index) & 1)]) as [
    Formula,
    Formula,
    Formula,
  ]
  const [first, second] = operators as [Operator, Operator]
  if (variables.length === 1) return one
  if (variables.length === 2) return join(one, first, two)
  return isLeft ? join(bracketed(join(one, first, two)), second, three) : join(one, first, bracketed(join(two, second, three)))
}

/** The worlds of that formula, without its text. */
function worldsOf({ variables, operators, isLeft }: Frame, signs: number): number {
  const literal = (index: number): number => (WORLDS[variables[index] as number] as number) ^ ((signs >> index) & 1 ? ALL : 0)
  const [first, second] = operators as [Operator, Operator]
  if (variables.length === 1) return literal(0)
  if (variables.length === 2) return combined(literal(0), first, literal(1))
  return isLeft
    ? combined(combined(literal(0), first, literal(1)), second, literal(2))
    : combined(literal(0), first, combined(literal(1), second, literal(2)))
}

/** The first formula of a frame, from drawn signs on, that fits: where signs alone decide, looks tell nothing. */
function fitting(choose: Choose, frame: Frame, fits: (worlds: number, signs: number) => boolean): Formula | undefined {
  const end = 1 << frame.variables.length
  const turn = choose.integer(0, end - 1)
  for (let index = 0; index < end; index++) {
    const signs = index ^ turn
    if (fits(worldsOf(frame, signs), signs)) return signed(frame, signs)
  }
  return undefined
}

/** So many variables of some, none of them twice in a row. */
function walk(choose: Choose, some: readonly number[], length: number): number[] {
  let place = choose.integer(0, some.length - 1)
  const variables = [some[place] as number]
  while (variables.length < length) {
    place = (place + choose.integer(1, some.length - 1)) % some.length
    variables.push(some[place] as number)
  }
  return variables
}

/** A frame with operators between its variables that brackets tell apart. */
function frameOf(choose: Choose, variables: readonly number[], isLeft: boolean): Frame {
  const first = choose.integer(0, 3)
  if (variables.length < 3) return { variables, operators: [OPERATORS[first] as Operator], isLeft }
  const second = (first + choose.integer(OPERATORS[first] === '->' ? 0 : 1, 3)) & 3
  return { variables, operators: [OPERATORS[first] as Operator, OPERATORS[second] as Operator], isLeft }
}

/** A literal, links to one variable after another, and of three or more premises one that the others imply; in any order. */
function premisesOf(choose: Choose, variables: readonly number[], count: number, literals: number, isSettled: boolean): Formula[] {
  const world = 1 << choose.integer(0, 15)
  const known = variables.slice(0, 1)
  const premises = [fitting(choose, { variables: [...known], operators: [], isLeft: true }, worlds => (worlds & world) !== 0) as Formula]
  for (const next of variables.slice(1, -1)) {
    const [before, isLeft] = [walk(choose, known, Math.min(known.length, literals - 1)), choose.boolean()]
    const possible = common(premises)
    const settles = (worlds: number): boolean => statusIn(possible & worlds, WORLDS[next] as number) !== 'open'
    const mustSettle = isSettled || known.length === 1
    const frame = frameOf(choose, isLeft ? [...before, next] : [next, ...before], isLeft)
    const found = fitting(choose, frame, worlds => (worlds & world) !== 0 && (!mustSettle || settles(worlds))) as Formula
    if (settles(found.worlds)) known.push(next)
    premises.push(found)
  }
  if (premises.length < count)
    premises.push(implied(choose, common(premises), frameOf(choose, walk(choose, known, literals), choose.boolean())))
  for (let index = count - 1; index > 0; index--) {
    const other = choose.integer(0, index)
    const moved = premises[index] as Formula
    premises[index] = premises[other] as Formula
    premises[other] = moved
  }
  return premises
}

/** A formula that is true in all of some worlds, and with one sign turned over in none. */
const implied = (choose: Choose, possible: number, frame: Frame): Formula =>
  fitting(
    choose,
    frame,
    (worlds, signs) =>
      (possible & ~worlds) === 0 && frame.variables.some((_, index) => (possible & worldsOf(frame, signs ^ (1 << index))) === 0),
  ) as Formula

export type Shape = 'two' | 'brackets' | 'bare' | 'unclear'
/** Of a few conclusions the first that has the status asked for, or the last. */
function concluded(choose: Choose, possible: number, variables: readonly number[], shape: Shape): Formula {
  const status = choose.pick(STATUSES)
  for (let attempt = 1; ; attempt++) {
    const frame = frameOf(choose, walk(choose, variables, shape === 'two' ? 2 : 3), choose.boolean())
    const other = { ...frame, isLeft: !frame.isLeft }
    const isClear = (worlds: number, signs: number): boolean => statusIn(possible, worlds) === statusIn(possible, worldsOf(other, signs))
    const found = fitting(choose, frame, (worlds, signs) =>
      shape === 'unclear' ? !isClear(worlds, signs) : statusIn(possible, worlds) === status && (shape !== 'bare' || isClear(worlds, signs)),
    )
    if (found !== undefined) return shape === 'bare' ? formula(withoutBrackets(found.text)) : found
    if (attempt === 8) return signed(frame, 0)
  }
}

export const argumentsOf = (shapes: readonly Shape[], isSettled = false) =>
  byDifficulty(SIZES, ({ premises: [fewest, most], literals }) =>
    fromChoices((choose): Argument => {
      const count = choose.integer(fewest, most)
      const first = choose.integer(0, 3)
      const variables = Array.from({ length: Math.max(3, count) }, (_, index) => (first + index) % 4)
      const premises = premisesOf(choose, variables, count, literals, isSettled)
      return { premises, conclusion: concluded(choose, common(premises), variables, choose.pick(shapes)) }
    }),
  )

export const withoutBrackets = (text: string): string => text.replace(/[()]/g, '')
