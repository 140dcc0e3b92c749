import { defineLevel, fc } from 'genesis-datasets'
import { byDifficulty, type Choose, edge, fromChoices, fromTwin, grammar } from 'genesis-datasets/arbitraries'
import { judgeArgument } from './propositionalTableau'

/** A text, and the worlds in which it is true: a bit for each way to make P, Q, R and S true or false. */
type Formula = { text: string; worlds: number }
type Argument = { premises: Formula[]; conclusion: Formula }
type Status = 'follows' | 'refuted' | 'open'
type Operator = (typeof OPERATORS)[number]
/** How many premises an argument has, and how many literals a formula has at most. */
type Size = { premises: readonly [number, number]; literals: number }
/** A formula whose signs are still open: its variables, its operators, and whether brackets stand around the first two. */
type Frame = { variables: readonly number[]; operators: readonly Operator[]; isLeft: boolean }

const SIZES = byDifficulty<Size>({
  easy: { premises: [2, 3], literals: 2 },
  medium: { premises: [3, 3], literals: 3 },
  hard: { premises: [4, 4], literals: 3 },
})
const STATUSES: readonly Status[] = ['follows', 'refuted', 'open']
const OPERATORS = ['&', '|', '->', '<->'] as const
const ALL = 0xffff
const WORLDS = [0xaaaa, 0xcccc, 0xf0f0, 0xff00]
const LITERALS = WORLDS.flatMap((worlds, variable): Formula[] => [
  { text: 'PQRS'.charAt(variable), worlds },
  { text: `~${'PQRS'.charAt(variable)}`, worlds: ALL ^ worlds },
])

const combined = (one: number, operator: Operator, other: number): number =>
  operator === '&' ? one & other : operator === '|' ? one | other : operator === '->' ? (ALL ^ one) | other : ALL ^ one ^ other
const join = (one: Formula, operator: Operator, other: Formula): Formula => ({
  text: `${one.text} ${operator} ${other.text}`,
  worlds: combined(one.worlds, operator, other.worlds),
})
const bracketed = ({ text, worlds }: Formula): Formula => ({ text: `(${text})`, worlds })
const JOINED = /^(~?\w|\([^()]*\)) (\S+) (.+)$/
function formula(text: string): Formula {
  const [, one = '', operator, other = ''] = JOINED.exec(text) ?? []
  if (operator !== undefined) return { text, worlds: join(formula(one), operator as Operator, formula(other)).worlds }
  return { text, worlds: (LITERALS.find(literal => literal.text === text) ?? formula(text.slice(1, -1))).worlds }
}

const common = (premises: readonly Formula[]): number => premises.reduce((worlds, premise) => worlds & premise.worlds, ALL)
const statusIn = (possible: number, worlds: number): Status =>
  (possible & ~worlds) === 0 ? 'follows' : (possible & worlds) === 0 ? 'refuted' : 'open'
const lines = (premises: readonly Formula[], conclusion: string): string =>
  `logic: propositional\n${premises.map(({ text }) => `premise: ${text}\n`).join('')}conclusion: ${conclusion}`
const print = ({ premises, conclusion }: Argument): string => lines(premises, conclusion.text)

const OPERAND = '(?:~?[PQRS]|\\(~?[PQRS] (?:[&|]|<?->) ~?[PQRS]\\))'
const FORMULA = `${OPERAND}(?: (?:[&|]|<?->) ${OPERAND})?`
const BARE = '~?[PQRS] (?:[&|]|<?->) ~?[PQRS] (?:[&|]|<?->) ~?[PQRS]'
const GRAMMAR = new RegExp(`^logic: propositional\\n((?:premise: ${FORMULA}\\n)+)conclusion: (${FORMULA}|${BARE})$`)
const read = ([, premises = '', conclusion = '']: RegExpExecArray): Argument => ({
  premises: premises.slice('premise: '.length, -1).split('\npremise: ').map(formula),
  conclusion: formula(conclusion),
})

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

/** The first formula of a frame, from drawn signs on, that fits: where signs alone decide, looks tell nothing. */
function fitting(choose: Choose, frame: Frame, fits: (formula: Formula, signs: number) => boolean): Formula | undefined {
  const end = 1 << frame.variables.length
  const turn = choose.integer(0, end - 1)
  for (let index = 0; index < end; index++) {
    const found = signed(frame, index ^ turn)
    if (fits(found, index ^ turn)) return found
  }
  return undefined
}

/** Variables that differ from their neighbours, with operators that brackets tell apart. */
function frameOf(choose: Choose, some: readonly number[], length: number): Frame {
  const places = [choose.integer(0, some.length - 1)]
  while (places.length < length) places.push(((places.at(-1) as number) + choose.integer(1, some.length - 1)) % some.length)
  const first = choose.integer(0, 3)
  const operators = [first, first + choose.integer(OPERATORS[first] === '->' ? 0 : 1, 3)].map(place => OPERATORS[place & 3] as Operator)
  return { variables: places.map(place => some[place] as number), operators, isLeft: choose.boolean() }
}

/** A literal, links to one variable after another, and of three or more premises one that the others imply; in any order. */
function premisesOf(choose: Choose, variables: readonly number[], count: number, literals: number, isSettled: boolean): Formula[] {
  const world = 1 << choose.integer(0, 15)
  const known = variables.slice(0, 1)
  const premises = [fitting(choose, { ...frameOf(choose, known, 1) }, ({ worlds }) => (worlds & world) !== 0) as Formula]
  for (const next of variables.slice(1, -1)) {
    const link = frameOf(choose, known, Math.min(known.length, literals - 1))
    const possible = common(premises)
    const settles = ({ worlds }: Formula): boolean => statusIn(possible & worlds, WORLDS[next] as number) !== 'open'
    const mustSettle = isSettled || known.length === 1
    const frame = { ...link, variables: link.isLeft ? [...link.variables, next] : [next, ...link.variables] }
    const found = fitting(choose, frame, one => (one.worlds & world) !== 0 && (!mustSettle || settles(one))) as Formula
    if (settles(found)) known.push(next)
    premises.push(found)
  }
  if (premises.length < count) premises.push(implied(choose, common(premises), frameOf(choose, known, literals)))
  for (let index = 1; index < count; index++) premises.push(...premises.splice(choose.integer(0, index), 1))
  return premises
}

/** A formula that is true in all of some worlds, and with one sign turned over in none. */
const implied = (choose: Choose, possible: number, frame: Frame): Formula =>
  fitting(
    choose,
    frame,
    ({ worlds }, signs) =>
      (possible & ~worlds) === 0 && frame.variables.some((_, index) => (possible & signed(frame, signs ^ (1 << index)).worlds) === 0),
  ) as Formula

type Shape = 'two' | 'brackets' | 'bare' | 'unclear'
/** Of a few conclusions the first that has the status asked for, or the last. */
function concluded(choose: Choose, possible: number, variables: readonly number[], shape: Shape): Formula {
  const status = choose.pick(STATUSES)
  for (let attempt = 1; ; attempt++) {
    const frame = frameOf(choose, variables, shape === 'two' ? 2 : 3)
    const isClear = ({ worlds }: Formula, signs: number): boolean =>
      statusIn(possible, worlds) === statusIn(possible, signed({ ...frame, isLeft: !frame.isLeft }, signs).worlds)
    const found = fitting(choose, frame, (one, signs) =>
      shape === 'unclear' ? !isClear(one, signs) : statusIn(possible, one.worlds) === status && (shape !== 'bare' || isClear(one, signs)),
    )
    if (found !== undefined) return shape === 'bare' ? formula(withoutBrackets(found.text)) : found
    if (attempt === 8) return signed(frame, 0)
  }
}

const argumentsOf = (shapes: readonly Shape[], isSettled = false) =>
  byDifficulty(SIZES, ({ premises: [fewest, most], literals }) =>
    fromChoices((choose): Argument => {
      const count = choose.integer(fewest, most)
      const first = choose.integer(0, 3)
      const variables = Array.from({ length: Math.max(3, count) }, (_, index) => (first + index) % 4)
      const premises = premisesOf(choose, variables, count, literals, isSettled)
      return { premises, conclusion: concluded(choose, common(premises), variables, choose.pick(shapes)) }
    }),
  )

const withoutBrackets = (text: string): string => text.replace(/[()]/g, '')
/** Both ways to set brackets in a formula of three literals. */
function readings(text: string): readonly [Formula, Formula] | undefined {
  const [one, first, two, second, three, ...more] = withoutBrackets(text).split(' ')
  if (three === undefined || more.length > 0) return undefined
  return [formula(`(${one} ${first} ${two}) ${second} ${three}`), formula(`${one} ${first} (${two} ${second} ${three})`)]
}
const isClear = (possible: number, both: readonly [Formula, Formula] | undefined): boolean =>
  both === undefined || statusIn(possible, both[0].worlds) === statusIn(possible, both[1].worlds)

/** Premises with one sign turned over so that no world is left. */
const clashes = (premises: readonly Formula[]): Formula[][] =>
  premises.flatMap(({ text }, place) => {
    const possible = common(premises.toSpliced(place, 1))
    return [...text.matchAll(/~?\w/g)].flatMap(({ 0: { length }, index }) => {
      const turned = formula(text.slice(0, index) + (length === 1 ? '~' : '') + text.slice(index + length - 1))
      return (turned.worlds & possible) === 0 ? [premises.with(place, turned)] : []
    })
  })

const SHAPES: readonly Shape[] = ['two', 'brackets', 'bare']
const plain = argumentsOf(SHAPES)
const oneWorld = argumentsOf(SHAPES, true)
const unclear = argumentsOf(['unclear'])
const leavesOne = ({ premises }: Argument): boolean =>
  WORLDS.every((worlds, variable) => {
    const isTold = premises.some(({ text }) => text.includes('PQRS'.charAt(variable)))
    return !isTold || statusIn(common(premises), worlds) !== 'open'
  })

/** Exchanges of neighbouring variables, by how far apart their worlds are: one after another they go through all 24 orders. */
const [LOW, MIDDLE, HIGH] = [[1, 0x2222], [2, 0x0c0c], [4, 0x00f0]] as const // biome-ignore format: a table
const ROUND = [HIGH, MIDDLE, LOW, HIGH, LOW, MIDDLE, HIGH, LOW]
const exchanged = (worlds: number, [shift, mask]: readonly [number, number]): number => {
  const moved = ((worlds >> shift) ^ worlds) & mask
  return worlds ^ moved ^ (moved << shift)
}

/** The least that the worlds become under other names of the variables; premises in any order, formulas written in any way. */
function canonical({ premises, conclusion }: Argument): string {
  let [told, concluded, least, key] = [premises.map(({ worlds }) => worlds), conclusion.worlds, ALL + 1, '']
  for (const exchange of [...ROUND, ...ROUND, ...ROUND]) {
    told = told.map(worlds => exchanged(worlds, exchange))
    concluded = exchanged(concluded, exchange)
    if (concluded > least) continue
    const other = told.toSorted((one, two) => one - two).join()
    if (concluded < least || other < key) key = other
    least = concluded
  }
  return `${key} ${least}`
}

export const propositionalLogic = defineLevel<Argument, Status>({
  name: 'propositional_logic',
  version: '1.0.0',
  method: 'test',
  question: grammar(GRAMMAR, read, print),
  answer: grammar(/^(?:follows|refuted|open)$/, ([status]) => status as Status, String),
  topics: {
    argument: {
      questions: plain,
      answer: ({ premises, conclusion }) => statusIn(common(premises), conclusion.worlds),
      edges: { oneWorld: edge(oneWorld, leavesOne) },
    },
  },
  adversarial: {
    out_of_scope: fromTwin(fc.constantFrom('modal', 'temporal'), ({ question }, domain) => ({
      input: print(question).replace('propositional', domain),
      witness: { domain },
    })),
    malformed: fromTwin(
      fromChoices(choose => ({ sign: choose.pick(['=', '+']), turn: choose.integer(0, 11) })),
      ({ question }, { sign, turn }) => {
        const operators = [...print(question).matchAll(/ (&|\||<?->) /g)]
        const { 0: found, index, input } = operators[turn % operators.length] as RegExpExecArray
        return { input: `${input.slice(0, index)} ${sign} ${input.slice(index + found.length)}`, witness: { at: index + 1 } }
      },
    ),
    contradictory: fromTwin(fc.nat(5_039), ({ question: { premises, conclusion } }, turn) => {
      const all = clashes(premises)
      const clashing = all[turn % all.length] ?? []
      const both = conclusion.text.includes('(') ? undefined : readings(conclusion.text)
      const fewer = clashing.map((_, index) => clashing.toSpliced(index, 1))
      const answerable = fewer.filter(some => common(some) !== 0 && isClear(common(some), both))
      if (answerable.length === 0) return undefined
      return { input: lines(clashing, conclusion.text), witness: { without: answerable.map(some => lines(some, conclusion.text)) } }
    }),
    incomplete: fromTwin(fc.nat(7), ({ question: { premises, conclusion } }, turn) => {
      const [, one = '', operator] = JOINED.exec(conclusion.text) ?? []
      const completed = LITERALS.map((_, index) => join(formula(one), operator as Operator, LITERALS[(index + turn) % 8] as Formula))
      const [first, other] = STATUSES.flatMap(status => completed.find(({ worlds }) => statusIn(common(premises), worlds) === status) ?? [])
      if (first === undefined || other === undefined) return undefined
      return {
        input: lines(premises, `${one} ${operator}`),
        witness: { completions: [lines(premises, first.text), lines(premises, other.text)] },
      }
    }),
    ambiguous: fromTwin(
      fc.constant(undefined),
      ({ question: { premises, conclusion } }) => {
        const both = readings(conclusion.text)
        if (both === undefined || isClear(common(premises), both)) return undefined
        return {
          input: lines(premises, withoutBrackets(conclusion.text)),
          witness: { readings: [lines(premises, both[0].text), lines(premises, both[1].text)] },
        }
      },
      (_topic, difficulty) => unclear[difficulty],
    ),
  },
  domains: {
    modal: input => input.startsWith('logic: modal\n'),
    temporal: input => input.startsWith('logic: temporal\n'),
  },
  oracle: inputs => inputs.map(judgeArgument),
  verifiedBy: ['tableau 1.0.0'],
  laws: [],
  difficulty: argument => print(argument).match(/[~&|]|->/g)?.length ?? 0,
  // There are three answers.
  spread: { answer: 0.36 },
  surface: {
    // Whether the conclusion has brackets is no more a sign than whether a line is there: half of those that need none have none.
    header: input =>
      `${input.split('\n').length} ${
        input
          .replace(/.*\n/g, '')
          .replace(/\(.*\)/, '()')
          .split(' ').length
      }`,
    honest: [
      { type: 'out_of_scope', covers: /^logic: \w+/g, reason: 'another logic is declared' },
      { type: 'malformed', covers: / (?:[&|=+]|<?->) /g, reason: 'an operator that does not exist' },
      { type: 'incomplete', covers: / (?:[&|]|<?->)(?: ~?\w| \([^()]*\))?$/g, reason: 'an operator with nothing behind it' },
    ],
  },
  canonical,
})
