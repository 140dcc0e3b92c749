import * as fc from 'fast-check'
import { edge, fromChoices, fromTwin, grammar } from '../index'
import type { GeneratorSide } from './generatorSide'
import {
  ALL,
  type Argument,
  drawArguments,
  commonWorlds,
  type Formula,
  parseFormula,
  JOINED,
  join,
  LITERALS,
  type Operator,
  type Shape,
  type Status,
  STATUSES,
  statusIn,
  removeBrackets,
  WORLDS,
} from './propositionalArguments'

const lines = (premises: readonly Formula[], conclusion: string): string =>
  `logic: propositional\n${premises.map(({ text }) => `premise: ${text}\n`).join('')}conclusion: ${conclusion}`
const print = ({ premises, conclusion }: Argument): string => lines(premises, conclusion.text)

const OPERAND = '(?:~?[PQRS]|\\(~?[PQRS] (?:[&|]|<?->) ~?[PQRS]\\))'
const FORMULA = `${OPERAND}(?: (?:[&|]|<?->) ${OPERAND})?`
const BARE = '~?[PQRS] (?:[&|]|<?->) ~?[PQRS] (?:[&|]|<?->) ~?[PQRS]'
const GRAMMAR = new RegExp(`^logic: propositional\\n((?:premise: ${FORMULA}\\n)+)conclusion: (${FORMULA}|${BARE})$`)
const read = ([, premises = '', conclusion = '']: RegExpExecArray): Argument => ({
  premises: premises.slice('premise: '.length, -1).split('\npremise: ').map(parseFormula),
  conclusion: parseFormula(conclusion),
})

/** Returns both ways to bracket a formula of three literals, or undefined for any other formula. */
function bracketReadings(text: string): readonly [Formula, Formula] | undefined {
  const [one, first, two, second, three, ...more] = removeBrackets(text).split(' ')
  if (three === undefined || more.length > 0) return undefined
  return [parseFormula(`(${one} ${first} ${two}) ${second} ${three}`), parseFormula(`${one} ${first} (${two} ${second} ${three})`)]
}
const isClear = (possible: number, both: readonly [Formula, Formula] | undefined): boolean =>
  both === undefined || statusIn(possible, both[0].worlds) === statusIn(possible, both[1].worlds)

/** Returns the premises with one sign inverted such that no world satisfies all of them, in all possible ways. */
const contradictoryPremises = (premises: readonly Formula[]): Formula[][] =>
  premises.flatMap(({ text }, place) => {
    const possible = commonWorlds(premises.toSpliced(place, 1))
    return [...text.matchAll(/~?\w/g)].flatMap(({ 0: { length }, index }) => {
      const turned = parseFormula(text.slice(0, index) + (length === 1 ? '~' : '') + text.slice(index + length - 1))
      return (turned.worlds & possible) === 0 ? [premises.with(place, turned)] : []
    })
  })

const SHAPES: readonly Shape[] = ['two', 'brackets', 'bare']
const plain = drawArguments(SHAPES)
const oneWorld = drawArguments(SHAPES, true)
const unclear = drawArguments(['unclear'])
const leavesOneWorld = ({ premises }: Argument): boolean =>
  WORLDS.every((worlds, variable) => {
    const isMentioned = premises.some(({ text }) => text.includes('PQRS'.charAt(variable)))
    return !isMentioned || statusIn(commonWorlds(premises), worlds) !== 'open'
  })

/** Exchanges of adjacent variables, as a shift and a mask of their worlds. Applied one after another, they run through all 24 orders. */
const [LOW, MIDDLE, HIGH] = [
  [1, 0x2222],
  [2, 0x0c0c],
  [4, 0x00f0],
] as const
const EXCHANGE_ROUND = [HIGH, MIDDLE, LOW, HIGH, LOW, MIDDLE, HIGH, LOW]
const EXCHANGES = [...EXCHANGE_ROUND, ...EXCHANGE_ROUND, ...EXCHANGE_ROUND]

/**
 * Returns the smallest representation of the worlds over all renamings of the variables. The order of premises and the way a
 * formula is written do not matter.
 */
function canonicalForm({ premises, conclusion }: Argument): string {
  const worlds = [conclusion, ...premises].map(one => one.worlds)
  let [least, key] = [ALL + 1, '']
  for (const [shift, mask] of EXCHANGES) {
    for (let index = 0; index < worlds.length; index++) {
      const one = worlds[index] as number
      const moved = ((one >> shift) ^ one) & mask
      worlds[index] = one ^ moved ^ (moved << shift)
    }
    const [concluded = 0, ...premiseWorlds] = (worlds[0] as number) > least ? [] : worlds
    if (premiseWorlds.length === 0) continue
    const other = premiseWorlds.sort((one, two) => one - two).join()
    if (concluded < least || other < key) key = other
    least = concluded
  }
  return `${key} ${least}`
}

/** Generator's side of the level: questions, their texts, answers and traps. */
export const propositionalLogicGenerator: GeneratorSide<Argument, Status> = {
  question: grammar(GRAMMAR, read, print),
  answer: grammar(/^(?:follows|refuted|open)$/, ([status]) => status as Status, String),
  topics: {
    argument: {
      questions: plain,
      answer: ({ premises, conclusion }) => statusIn(commonWorlds(premises), conclusion.worlds),
      edges: { oneWorld: edge(oneWorld, leavesOneWorld) },
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
      const all = contradictoryPremises(premises)
      const clashing = all[turn % all.length] ?? []
      const both = conclusion.text.includes('(') ? undefined : bracketReadings(conclusion.text)
      const fewer = clashing.map((_, index) => clashing.toSpliced(index, 1))
      const answerable = fewer.filter(some => commonWorlds(some) !== 0 && isClear(commonWorlds(some), both))
      if (answerable.length === 0) return undefined
      return { input: lines(clashing, conclusion.text), witness: { without: answerable.map(some => lines(some, conclusion.text)) } }
    }),
    incomplete: fromTwin(fc.nat(7), ({ question: { premises, conclusion } }, turn) => {
      const [, one = '', operator] = JOINED.exec(conclusion.text) ?? []
      const completed = LITERALS.map((_, index) => join(parseFormula(one), operator as Operator, LITERALS[(index + turn) % 8] as Formula))
      const [first, other] = STATUSES.flatMap(
        status => completed.find(({ worlds }) => statusIn(commonWorlds(premises), worlds) === status) ?? [],
      )
      if (first === undefined || other === undefined) return undefined
      return {
        input: lines(premises, `${one} ${operator}`),
        witness: { completions: [lines(premises, first.text), lines(premises, other.text)] },
      }
    }),
    ambiguous: fromTwin(
      fc.constant(undefined),
      ({ question: { premises, conclusion } }) => {
        const both = bracketReadings(conclusion.text)
        if (both === undefined || isClear(commonWorlds(premises), both)) return undefined
        return {
          input: lines(premises, removeBrackets(conclusion.text)),
          witness: { readings: [lines(premises, both[0].text), lines(premises, both[1].text)] },
        }
      },
      (_topic, difficulty) => unclear[difficulty],
    ),
  },
  measureDifficulty: argument => print(argument).match(/[~&|]|->/g)?.length ?? 0,
  canonicalForm,
}
