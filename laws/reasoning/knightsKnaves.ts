import type { Verdict } from '../../src/model/oracle'
import { answer, cannotJudge, malformed, refuse } from '../index'

type Claim = { readonly person: number; readonly isKnight: boolean }
type Statement = { readonly word: string; readonly claims: readonly Claim[] }
/** Role of each person: true for a knight, false for a knave, undefined while no role is assumed. */
type Roles = readonly (boolean | undefined)[]
type Puzzle = { readonly statements: readonly (Statement | undefined)[]; readonly given: readonly Claim[] }

const HEAD = /^island: knights and knaves\npeople: (\w+), (\w+)\n/
const CLAIM = /(if )?(\w+) is (not )?a (\w+)(?: (and|or|then|if and only if) (\w+) is a (\w+))?/y

/** Judges a `knights_knaves` input from its text alone, by case analysis. The generator uses a table of worlds instead. */
export function judgeIslanders(input: string): Verdict<string> {
  if (/^island: knights, knaves and (?:spies|jokers)\n/.test(input)) return refuse('out_of_scope')
  const [head = '', ...people] = HEAD.exec(input) ?? []
  if (head === '' || people[0] === people[1]) return cannotJudge('no two people on an island of knights and knaves')
  const read = parsePuzzle(input, head.length, people)
  if (typeof read === 'number') return malformed(read)
  if (read.statements.includes(undefined)) return cannotJudge('somebody says nothing')
  const [solution, ...others] = solutionsOf(read)
  if (others.length > 0) return refuse('incomplete')
  if (solution !== undefined) return answer(people.filter((_, person) => solution[person]).join(' and ') || 'nobody')
  return dropOne(read).some(less => solutionsOf(less).length === 1)
    ? refuse('contradictory')
    : cannotJudge('not one statement alone clashes')
}

/** Parses the statements and the given facts. Returns the offset of the error if a line cannot be parsed. */
function parsePuzzle(input: string, start: number, people: readonly string[]): Puzzle | number {
  const statements: (Statement | undefined)[] = [undefined, undefined]
  const given: Claim[] = []
  for (let at = start; at < input.length; ) {
    const colon = input.indexOf(': ', at)
    const speaker = input.slice(at, colon)
    const person = people.indexOf(speaker)
    if (colon < 0 || (speaker !== 'given' && (person < 0 || statements[person] !== undefined || given.length > 0))) return at
    const statement = parseStatement(input, colon + 2, people)
    if (typeof statement === 'number') return statement
    if (speaker !== 'given') statements[person] = statement
    else if (statement.word === 'plain') given.push(statement.claims[0] as Claim)
    else return at
    if (CLAIM.lastIndex === input.length) break
    if (input[CLAIM.lastIndex] !== '\n') return CLAIM.lastIndex
    at = CLAIM.lastIndex + 1
    if (at === input.length) return at
  }
  return { statements, given }
}

/** Parses the statement at an offset and leaves `CLAIM.lastIndex` at its end. Returns the offset of the error if it cannot be parsed. */
function parseStatement(input: string, at: number, people: readonly string[]): Statement | number {
  CLAIM.lastIndex = at
  const match = CLAIM.exec(input)
  if (match === null) return at
  const [whole, opening, name = '', denied, role = '', word, otherName = '', otherRole = ''] = match
  if ((opening !== undefined) !== (word === 'then') || (denied !== undefined && word !== undefined)) return at
  const head = (opening ?? '').length + name.length + ' is '.length + (denied ?? '').length + 'a '.length
  if (!people.includes(name)) return at
  if (!isRole(role)) return at + head
  const claims = [{ person: people.indexOf(name), isKnight: role === 'knight' }]
  if (word === undefined) return { word: denied === undefined ? 'plain' : 'not', claims }
  if (!people.includes(otherName)) return at + head + role.length
  if (!isRole(otherRole)) return at + whole.length - otherRole.length
  return { word, claims: [...claims, { person: people.indexOf(otherName), isKnight: otherRole === 'knight' }] }
}

const isRole = (word: string): boolean => word === 'knight' || word === 'knave'

/** Returns the puzzles that result from dropping one given fact or one statement. */
const dropOne = ({ statements, given }: Puzzle): readonly Puzzle[] => [
  ...given.map((_, index) => ({ statements, given: given.toSpliced(index, 1) })),
  ...statements.map((_, speaker) => ({ statements: statements.with(speaker, undefined), given })),
]

function solutionsOf({ statements, given }: Puzzle): readonly Roles[] {
  let roles: Roles = [undefined, undefined]
  for (const { person, isKnight } of given) {
    if (roles[person] === !isKnight) return []
    roles = roles.with(person, isKnight)
  }
  return completions(statements, roles)
}

/** Returns every completion of the assumed roles. A case is closed as soon as a knight lies in it or a knave makes a true statement. */
function completions(statements: Puzzle['statements'], roles: Roles): readonly Roles[] {
  for (const [speaker, statement] of statements.entries()) {
    const isTrue = statement === undefined || roles[speaker] === undefined ? undefined : truthOf(statement, roles)
    if (isTrue !== undefined && isTrue !== roles[speaker]) return []
  }
  const open = roles.indexOf(undefined)
  if (open < 0) return [roles]
  return [...completions(statements, roles.with(open, true)), ...completions(statements, roles.with(open, false))]
}

/** Evaluates a statement; undefined if the assumed roles do not decide it. */
function truthOf({ word, claims }: Statement, roles: Roles): boolean | undefined {
  const [one, other] = claims.map(({ person, isKnight }) => (roles[person] === undefined ? undefined : roles[person] === isKnight))
  if (word === 'plain') return one
  if (word === 'not') return one === undefined ? undefined : !one
  if (word === 'and') return one === false || other === false ? false : one && other
  if (word === 'or') return one === true || other === true ? true : one === undefined ? undefined : other
  if (word === 'then') return one === false || other === true ? true : one === undefined ? undefined : other
  return one === undefined || other === undefined ? undefined : one === other
}
