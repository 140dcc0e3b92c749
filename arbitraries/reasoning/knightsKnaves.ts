import * as fc from 'fast-check'
import { byDifficulty, edge, fromChoices, fromTwin, grammar, impossible } from '../index'
import type { GeneratorSide } from './generatorSide'

/** Statements of the two people, and the claim given in addition (`NOTHING` if none). */
type Puzzle = { says: readonly [SpokenStatement, SpokenStatement]; given: number }
/**
 * Statement: a claim, its denial, or two claims with a connective. A claim is the number 2 × person, plus 1 if it calls the
 * person a knave.
 */
type SpokenStatement = { form: Form; first: number; second: number }
/** Puzzle about two named people. */
export type Question = Puzzle & { people: readonly [string, string] }
type Form = 'plain' | 'not' | 'and' | 'or' | 'then' | 'if and only if'

const NAMES = 'Ada Ben Cleo Dan Eve Finn Gail Hugo Iris Jack Kate Liam Mona Noah Olga Paul Rosa Sven Tina Yuri'.split(' ')
const CONNECTIVES = ['and', 'or', 'then', 'if and only if'] as const
const NOTHING = -1
/** Worlds in which each claim is true, a bit per world: none, the first, the second or both are knights. */
const CLAIMS = [0b1010, 0b0101, 0b1100, 0b0011] as const
const BOTH_KNIGHTS = 0b1000

function truth({ form, first, second }: SpokenStatement): number {
  const [one, other] = [CLAIMS[first] as number, CLAIMS[second] as number]
  if (form === 'plain' || form === 'not') return form === 'plain' ? one : 15 ^ one
  return form === 'and' ? one & other : form === 'or' ? one | other : form === 'then' ? (15 ^ one) | other : 15 ^ one ^ other
}
/** Returns the worlds in which the given claim is true and each person is a knight exactly if his statement is true. */
const worldsOf = ({ says: [one, other], given }: Puzzle): number =>
  ~(truth(one) ^ CLAIMS[0]) & ~(truth(other) ^ CLAIMS[2]) & (given === NOTHING ? 15 : (CLAIMS[given] as number)) & 15
const isSingleWorld = (worlds: number): boolean => worlds !== 0 && (worlds & (worlds - 1)) === 0

/** Returns all statements that a speaker can make. A speaker never claims to be a knave and never makes a claim twice. */
function possibleStatements(speaker: number): SpokenStatement[] {
  const claims = [0, 1, 2, 3].filter(claim => claim !== 2 * speaker + 1)
  const alone = claims.flatMap(first => (['plain', 'not'] as const).map(form => ({ form, first, second: NOTHING })))
  const joined = CONNECTIVES.flatMap(form =>
    claims.flatMap(first => claims.filter(one => one !== first).map(second => ({ form, first, second }))),
  )
  return [...alone, ...joined]
}

/** Possible statements of each speaker. */
const STATEMENTS = [possibleStatements(0), possibleStatements(1)] as const
/** All puzzles with exactly one solution. `isDecided` is true if the puzzle needs its given claim to have only one. */
const PUZZLES = STATEMENTS[0].flatMap(one =>
  STATEMENTS[1].flatMap(other =>
    [NOTHING, 0, 1, 2, 3]
      .map((given): Puzzle => ({ says: [one, other], given }))
      .filter(puzzle => isSingleWorld(worldsOf(puzzle)))
      .map(puzzle => ({ puzzle, isDecided: !isSingleWorld(worldsOf({ ...puzzle, given: NOTHING })) })),
  ),
)
const FORMS: readonly Form[] = ['plain', 'not', 'and', 'or', 'then', 'if and only if']
const weightOf = ({ says }: Pick<Puzzle, 'says'>): number =>
  says.reduce((sum, { form }) => sum + ([0, 0, 1, 1, 3, 4][FORMS.indexOf(form)] as number), 0)
/** Returns the difficulty: easy puzzles have no condition, medium ones have one. A biconditional beside two claims is hard. */
const difficultyOf = (puzzle: Puzzle) => (weightOf(puzzle) < 3 ? 'easy' : weightOf(puzzle) < 5 ? 'medium' : 'hard')
/** Returns the puzzles that differ in one word: the person spoken of, or the role he is said to have. */
function minimalEdits<P extends Puzzle>(puzzle: P): P[] {
  return puzzle.says.flatMap((said, speaker) =>
    (STATEMENTS[speaker] as SpokenStatement[])
      .filter(
        ({ form, first, second }) => form === said.form && claimDistance(first, said.first) + claimDistance(second, said.second) === 1,
      )
      // "I am a knight" has no content and would give the trap away.
      .filter(({ form, first }) => form !== 'plain' || first !== 2 * speaker)
      .map(other => ({ ...puzzle, says: puzzle.says.with(speaker, other) as unknown as Puzzle['says'] })),
  )
}
const claimDistance = (one: number, other: number): number => Number(one >> 1 !== other >> 1) + ((one ^ other) & 1)

const LEVELS = byDifficulty({ easy: 'easy', medium: 'medium', hard: 'hard' } as const)
/** Returns the puzzles that fit, by difficulty and by solution, so that all solutions can be drawn equally often. */
const puzzlesWhere = (fits: (puzzle: Puzzle, isDecided: boolean) => boolean, solutions: readonly number[] = [1, 2, 4, 8]) =>
  byDifficulty(LEVELS, difficulty => {
    const fitting = PUZZLES.filter(({ puzzle, isDecided }) => difficultyOf(puzzle) === difficulty && fits(puzzle, isDecided))
    return solutions.map(worlds => fitting.filter(({ puzzle }) => worldsOf(puzzle) === worlds).map(({ puzzle }) => puzzle))
  })
type Kind = ReturnType<typeof puzzlesWhere>

const withoutGiven = puzzlesWhere(({ given }) => given === NOTHING)
const confirmedByGiven = puzzlesWhere(({ given }, isDecided) => given !== NOTHING && !isDecided)
const decidedByGiven = puzzlesWhere((_, isDecided) => isDecided)
const bothKnights = puzzlesWhere(() => true, [BOTH_KNIGHTS])

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
const claimText = (people: People, claim: number): string => `${people[claim >> 1]} is a ${claim & 1 ? 'knave' : 'knight'}`
function statementText(people: People, { form, first, second }: SpokenStatement): string {
  const claim = claimText(people, first)
  if (form === 'plain') return claim
  return form === 'not' ? claim.replace(' is ', ' is not ') : `${form === 'then' ? 'if ' : ''}${claim} ${form} ${claimText(people, second)}`
}
const givenLine = (people: People, given: number): string => (given === NOTHING ? '' : `\ngiven: ${claimText(people, given)}`)
const print = ({ people, says, given }: Question): string =>
  `island: knights and knaves\npeople: ${people[0]}, ${people[1]}` +
  `\n${people[0]}: ${statementText(people, says[0])}\n${people[1]}: ${statementText(people, says[1])}${givenLine(people, given)}`

const STATEMENT = /^(?:if )?(\w+) is (not )?a (knight|knave)(?: (and|or|then|if and only if) (\w+) is a (knight|knave))?$/
const lines = grammar(
  /^island: knights and knaves\npeople: (\w+), (\w+)\n\w+: (.+)\n\w+: (.+?)(?:\ngiven: (.+))?$/,
  (match): Question => {
    const [, one = '', other = '', first = '', second = '', third] = match
    const people: People = [one, other]
    const claim = (name = '', role = ''): number => 2 * people.indexOf(name) + (role === 'knave' ? 1 : 0)
    const statement = (text: string): SpokenStatement => {
      const [, name, denied, role, word, otherName, otherRole] = STATEMENT.exec(text) ?? []
      if (word !== undefined) return { form: word as Form, first: claim(name, role), second: claim(otherName, otherRole) }
      return { form: denied === undefined ? 'plain' : 'not', first: claim(name, role), second: NOTHING }
    }
    return { people, says: [statement(first), statement(second)], given: third === undefined ? NOTHING : statement(third).first }
  },
  print,
)

/** Generator's side of the level: questions, their texts, answers and traps. */
export const knightsKnavesGenerator: GeneratorSide<Question, string> = {
  question: {
    print,
    parse: text => {
      const parsed = lines.parse(text)
      const isOwn = parsed._tag === 'Left' || (print(parsed.right) === text && isSingleWorld(worldsOf(parsed.right)))
      return isOwn ? parsed : { _tag: 'Left', left: { at: 0, expected: 'two people, what they say, and one solution' } }
    },
  },
  answer: grammar(/^(?:\w+ and \w+|\w+)$/, ([names]) => names, String),
  topics: {
    puzzle: {
      questions: questionsOf([withoutGiven, confirmedByGiven]),
      capacity: capacityOf([withoutGiven, confirmedByGiven]),
      answer: question => {
        const worlds = worldsOf(question)
        return worlds === 1 ? 'nobody' : question.people.filter((_, person) => worlds & (CLAIMS[2 * person] as number)).join(' and ')
      },
      edges: {
        givenDecides: edge(
          questionsOf([decidedByGiven]),
          puzzle => !isSingleWorld(worldsOf({ ...puzzle, given: NOTHING })),
          capacityOf([decidedByGiven]),
        ),
        nobodyLies: edge(questionsOf([bothKnights]), puzzle => worldsOf(puzzle) === BOTH_KNIGHTS, capacityOf([bothKnights])),
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
      (_topic, difficulty) => questionsOf([confirmedByGiven])[difficulty],
    ),
    incomplete: fromTwin(fc.nat(5_039), ({ question }, turn) => {
      const loose = minimalEdits(question).filter(edited => worldsOf(edited) !== 0 && !isSingleWorld(worldsOf(edited)))
      const edited = loose[turn % loose.length]
      if (edited === undefined) return undefined
      const worlds = worldsOf(edited)
      const deciding = [0, 2].find(
        claim => isSingleWorld(worlds & (CLAIMS[claim] as number)) && isSingleWorld(worlds & (CLAIMS[claim ^ 1] as number)),
      )
      if (deciding === undefined) return undefined
      const completed = (given: number): string => print(edited) + givenLine(edited.people, given)
      return { input: print(edited), witness: { completions: [completed(deciding), completed(deciding ^ 1)] } }
    }),
    ambiguous: impossible('a puzzle with several solutions lacks a statement that decides between them: it is incomplete'),
  },
  measureDifficulty: weightOf,
  canonicalForm: puzzle => String(Math.min(numberOf(puzzle, 0), numberOf(puzzle, 1))),
}

/** Returns a number for the puzzle without names, with the given person counted as the first. */
function numberOf({ says, given }: Puzzle, firstSpeaker: 0 | 1): number {
  const claim = (one: number): number => (one === NOTHING ? 0 : 1 + (one ^ (2 * firstSpeaker)))
  const number = ({ form, first, second }: SpokenStatement): number => 25 * FORMS.indexOf(form) + 5 * claim(first) + claim(second)
  return 5 * (150 * number(says[firstSpeaker]) + number(says[firstSpeaker === 0 ? 1 : 0])) + claim(given)
}
