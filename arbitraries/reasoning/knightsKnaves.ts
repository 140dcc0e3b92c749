import * as fc from 'fast-check'
import { byDifficulty, edge, fromChoices, fromTwin, grammar, impossible } from '../index'
import type { GeneratorSide } from './generatorSide'

/**
 * What the two say and what is given beside it, if anything. A claim is twice the person, and one more for a knave; a statement
 * is a claim, its denial, or two claims with a word between them.
 */
type Puzzle = { says: readonly [Statement, Statement]; given: number }
type Statement = { form: Form; first: number; second: number }
export type Question = Puzzle & { people: readonly [string, string] }
type Form = 'plain' | 'not' | 'and' | 'or' | 'then' | 'if and only if'

const NAMES = 'Ada Ben Cleo Dan Eve Finn Gail Hugo Iris Jack Kate Liam Mona Noah Olga Paul Rosa Sven Tina Yuri'.split(' ')
const WORDS = ['and', 'or', 'then', 'if and only if'] as const
const NOTHING = -1
/** The worlds (a bit each: neither, the first, the second or both are knights) in which a claim is true. */
const CLAIMS = [0b1010, 0b0101, 0b1100, 0b0011] as const
const BOTH_KNIGHTS = 0b1000

function truth({ form, first, second }: Statement): number {
  const [one, other] = [CLAIMS[first] as number, CLAIMS[second] as number]
  if (form === 'plain' || form === 'not') return form === 'plain' ? one : 15 ^ one
  return form === 'and' ? one & other : form === 'or' ? one | other : form === 'then' ? (15 ^ one) | other : 15 ^ one ^ other
}
/** The worlds in which each is a knight just where what he says is true, and what is given is so. */
const worldsOf = ({ says: [one, other], given }: Puzzle): number =>
  ~(truth(one) ^ CLAIMS[0]) & ~(truth(other) ^ CLAIMS[2]) & (given === NOTHING ? 15 : (CLAIMS[given] as number)) & 15
const isOne = (worlds: number): boolean => worlds !== 0 && (worlds & (worlds - 1)) === 0

/** All that a speaker can say: nobody calls himself a knave, or makes a claim twice. */
function statementsOf(speaker: number): Statement[] {
  const claims = [0, 1, 2, 3].filter(claim => claim !== 2 * speaker + 1)
  const alone = claims.flatMap(first => (['plain', 'not'] as const).map(form => ({ form, first, second: NOTHING })))
  const joined = WORDS.flatMap(form =>
    claims.flatMap(first => claims.filter(one => one !== first).map(second => ({ form, first, second }))),
  )
  return [...alone, ...joined]
}

/** Every puzzle with one solution: of those that something is given in, `isDecided` tells the ones that need it. */
const SAYABLE = [statementsOf(0), statementsOf(1)] as const
const PUZZLES = SAYABLE[0].flatMap(one =>
  SAYABLE[1].flatMap(other =>
    [NOTHING, 0, 1, 2, 3]
      .map((given): Puzzle => ({ says: [one, other], given }))
      .filter(puzzle => isOne(worldsOf(puzzle)))
      .map(puzzle => ({ puzzle, isDecided: !isOne(worldsOf({ ...puzzle, given: NOTHING })) })),
  ),
)
const FORMS: readonly Form[] = ['plain', 'not', 'and', 'or', 'then', 'if and only if']
const weightOf = ({ says }: Pick<Puzzle, 'says'>): number =>
  says.reduce((sum, { form }) => sum + ([0, 0, 1, 1, 3, 4][FORMS.indexOf(form)] as number), 0)
/** Easy puzzles have no condition, medium ones have one, and it does not stand beside two claims where it goes both ways. */
const difficultyOf = (puzzle: Puzzle) => (weightOf(puzzle) < 3 ? 'easy' : weightOf(puzzle) < 5 ? 'medium' : 'hard')
/** The puzzles in which one word is another: who is spoken of, or what he is. */
function editsOf<P extends Puzzle>(puzzle: P): P[] {
  return puzzle.says.flatMap((said, speaker) =>
    (SAYABLE[speaker] as Statement[])
      .filter(
        ({ form, first, second }) => form === said.form && claimDistance(first, said.first) + claimDistance(second, said.second) === 1,
      )
      // Who says of himself that he is a knight says nothing, and would show it.
      .filter(({ form, first }) => form !== 'plain' || first !== 2 * speaker)
      .map(other => ({ ...puzzle, says: puzzle.says.with(speaker, other) as unknown as Puzzle['says'] })),
  )
}
const claimDistance = (one: number, other: number): number => Number(one >> 1 !== other >> 1) + ((one ^ other) & 1)

const LEVELS = byDifficulty({ easy: 'easy', medium: 'medium', hard: 'hard' } as const)
/** Puzzles of a kind by their solutions, so that all solutions can be drawn equally often. */
const kind = (fits: (puzzle: Puzzle, isDecided: boolean) => boolean, solutions: readonly number[] = [1, 2, 4, 8]) =>
  byDifficulty(LEVELS, difficulty => {
    const fitting = PUZZLES.filter(({ puzzle, isDecided }) => difficultyOf(puzzle) === difficulty && fits(puzzle, isDecided))
    return solutions.map(worlds => fitting.filter(({ puzzle }) => worldsOf(puzzle) === worlds).map(({ puzzle }) => puzzle))
  })
type Kind = ReturnType<typeof kind>

const free = kind(({ given }) => given === NOTHING)
const confirmed = kind(({ given }, isDecided) => given !== NOTHING && !isDecided)
const decided = kind((_, isDecided) => isDecided)
const honest = kind(() => true, [BOTH_KNIGHTS])

const questionsOf = (kinds: readonly Kind[]) =>
  byDifficulty(LEVELS, difficulty =>
    fromChoices((choose): Question => {
      const { says, given } = choose.pick(choose.pick(choose.pick(kinds)[difficulty]))
      const first = choose.integer(0, NAMES.length - 1)
      const second = (first + choose.integer(1, NAMES.length - 1)) % NAMES.length
      return { people: [NAMES[first] as string, NAMES[second] as string], says, given }
    }),
  )
const capacityOf = (kinds: readonly Kind[]) =>
  byDifficulty(LEVELS, difficulty => kinds.flatMap(one => one[difficulty]).flat().length * NAMES.length * (NAMES.length - 1))

type People = Question['people']
const claimed = (people: People, claim: number): string => `${people[claim >> 1]} is a ${claim & 1 ? 'knave' : 'knight'}`
function said(people: People, { form, first, second }: Statement): string {
  const claim = claimed(people, first)
  if (form === 'plain') return claim
  return form === 'not' ? claim.replace(' is ', ' is not ') : `${form === 'then' ? 'if ' : ''}${claim} ${form} ${claimed(people, second)}`
}
const givenLine = (people: People, given: number): string => (given === NOTHING ? '' : `\ngiven: ${claimed(people, given)}`)
const print = ({ people, says, given }: Question): string =>
  `island: knights and knaves\npeople: ${people[0]}, ${people[1]}` +
  `\n${people[0]}: ${said(people, says[0])}\n${people[1]}: ${said(people, says[1])}${givenLine(people, given)}`

const STATEMENT = /^(?:if )?(\w+) is (not )?a (knight|knave)(?: (and|or|then|if and only if) (\w+) is a (knight|knave))?$/
const lines = grammar(
  /^island: knights and knaves\npeople: (\w+), (\w+)\n\w+: (.+)\n\w+: (.+?)(?:\ngiven: (.+))?$/,
  (match): Question => {
    const [, one = '', other = '', first = '', second = '', third] = match
    const people: People = [one, other]
    const claim = (name = '', role = ''): number => 2 * people.indexOf(name) + (role === 'knave' ? 1 : 0)
    const statement = (text: string): Statement => {
      const [, name, denied, role, word, otherName, otherRole] = STATEMENT.exec(text) ?? []
      if (word !== undefined) return { form: word as Form, first: claim(name, role), second: claim(otherName, otherRole) }
      return { form: denied === undefined ? 'plain' : 'not', first: claim(name, role), second: NOTHING }
    }
    return { people, says: [statement(first), statement(second)], given: third === undefined ? NOTHING : statement(third).first }
  },
  print,
)

/** The generator's side of the level: questions and their texts, answers, traps. */
export const knightsKnavesGenerator: GeneratorSide<Question, string> = {
  question: {
    print,
    parse: text => {
      const parsed = lines.parse(text)
      const isOwn = parsed._tag === 'Left' || (print(parsed.right) === text && isOne(worldsOf(parsed.right)))
      return isOwn ? parsed : { _tag: 'Left', left: { at: 0, expected: 'two people, what they say, and one solution' } }
    },
  },
  answer: grammar(/^(?:\w+ and \w+|\w+)$/, ([names]) => names, String),
  topics: {
    puzzle: {
      questions: questionsOf([free, confirmed]),
      capacity: capacityOf([free, confirmed]),
      answer: question => {
        const worlds = worldsOf(question)
        return worlds === 1 ? 'nobody' : question.people.filter((_, person) => worlds & (CLAIMS[2 * person] as number)).join(' and ')
      },
      edges: {
        givenDecides: edge(questionsOf([decided]), puzzle => !isOne(worldsOf({ ...puzzle, given: NOTHING })), capacityOf([decided])),
        nobodyLies: edge(questionsOf([honest]), puzzle => worldsOf(puzzle) === BOTH_KNIGHTS, capacityOf([honest])),
      },
    },
  },
  adversarial: {
    out_of_scope: fromTwin(fc.constantFrom('spies', 'jokers'), ({ question }, domain) => ({
      input: print(question).replace('knights and knaves', `knights, knaves and ${domain}`),
      witness: { domain },
    })),
    malformed: fromTwin(
      fromChoices(choose => ({ role: choose.pick(['spy', 'joker']), turn: choose.integer(0, 11) })),
      ({ question }, { role, turn }) => {
        const roles = [...print(question).matchAll(/(?<= a )kn\w+/g)]
        const { 0: found, index, input } = roles[turn % roles.length] as RegExpExecArray
        return { input: input.slice(0, index) + role + input.slice(index + found.length), witness: { at: index } }
      },
    ),
    contradictory: fromTwin(
      fc.constant(undefined),
      ({ question }) => {
        const without = print({ ...question, given: NOTHING })
        return { input: without + givenLine(question.people, question.given ^ 1), witness: { without: [without] } }
      },
      (_topic, difficulty) => questionsOf([confirmed])[difficulty],
    ),
    incomplete: fromTwin(fc.nat(5_039), ({ question }, turn) => {
      const loose = editsOf(question).filter(edited => worldsOf(edited) !== 0 && !isOne(worldsOf(edited)))
      const edited = loose[turn % loose.length]
      if (edited === undefined) return undefined
      const worlds = worldsOf(edited)
      const telling = [0, 2].find(claim => isOne(worlds & (CLAIMS[claim] as number)) && isOne(worlds & (CLAIMS[claim ^ 1] as number)))
      if (telling === undefined) return undefined
      const completed = (given: number): string => print(edited) + givenLine(edited.people, given)
      return { input: print(edited), witness: { completions: [completed(telling), completed(telling ^ 1)] } }
    }),
    ambiguous: impossible('a puzzle with several solutions lacks a statement that decides between them: it is incomplete'),
  },
  difficulty: weightOf,
  canonical: puzzle => String(Math.min(numberOf(puzzle, 0), numberOf(puzzle, 1))),
}

/** A number for the puzzle without names, as it is when one of the two is told of first. */
function numberOf({ says, given }: Puzzle, teller: 0 | 1): number {
  const claim = (one: number): number => (one === NOTHING ? 0 : 1 + (one ^ (2 * teller)))
  const number = ({ form, first, second }: Statement): number => 25 * FORMS.indexOf(form) + 5 * claim(first) + claim(second)
  return 5 * (150 * number(says[teller]) + number(says[teller === 0 ? 1 : 0])) + claim(given)
}
