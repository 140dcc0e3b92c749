import type { Verdict } from '../../src/model/oracle'
import { answer, cannotJudge, malformed, refuse } from '../index'

type Status = 'follows' | 'refuted' | 'open'
/** A variable has a sign alone, a denial what it denies, an operator what stands on its two sides. */
type Node = { readonly sign: string; readonly left?: Node; readonly right?: Node }
/** What is still to be made true or false in a branch of the tableau. */
type Branch = { readonly node: Node; readonly holds: boolean; readonly rest: Branch } | undefined
type Cursor = { readonly text: string; at: number }

const DECLARED = 'logic: propositional\n'
const [PREMISE, CONCLUSION] = ['premise: ', 'conclusion: '] as const

/** The oracle of `propositional_logic`: from the text alone, by a semantic tableau, where the generator counts worlds. */
export function judgeArgument(input: string): Verdict<Status> {
  if (/^logic: (?:modal|temporal)\n/.test(input)) return refuse('out_of_scope')
  if (!input.startsWith(DECLARED)) return cannotJudge('no logic is declared')
  const cursor: Cursor = { text: input, at: DECLARED.length }
  let premises: Branch
  while (input.startsWith(PREMISE, cursor.at)) {
    cursor.at += PREMISE.length
    const parts = partsAt(cursor)
    if (parts === undefined || parts.length === 2 || input[cursor.at] !== '\n') return malformed(cursor.at)
    if (parts.length > 3) return cannotJudge('a premise that needs brackets')
    premises = { node: fromLeft(parts), holds: true, rest: premises }
    cursor.at += 1
  }
  if (premises === undefined || !input.startsWith(CONCLUSION, cursor.at)) return cannotJudge('no premise, or no conclusion')
  cursor.at += CONCLUSION.length
  const parts = partsAt(cursor)
  if (parts === undefined || cursor.at < input.length) return malformed(cursor.at)
  return isOpen(premises, 0, 0) ? concluded(premises, parts) : refuse('contradictory')
}

/** A conclusion that may end in an operator, or lack the brackets that tell its readings apart. */
function concluded(premises: Branch, parts: readonly Part[]): Verdict<Status> {
  if (parts.length === 1 || parts.length === 3) return answer(statusOf(premises, fromLeft(parts)))
  if (parts.length === 5) {
    const [one, first, ...others] = parts
    const [left, right] = [fromLeft(parts), fromLeft([one as Part, first as Part, fromLeft(others)])].map(node => statusOf(premises, node))
    return left === right ? answer(left as Status) : refuse('ambiguous')
  }
  if (parts.length !== 2) return cannotJudge('a conclusion that needs brackets')
  const completed = LITERALS.map(literal => statusOf(premises, fromLeft([...parts, literal])))
  return completed.every(status => status === completed[0]) ? cannotJudge('every completion comes to the same') : refuse('incomplete')
}

const LITERALS: readonly Node[] = [...'PQRS'].flatMap(sign => [{ sign }, { sign: '~', left: { sign } }])

/** Open where the premises allow both; they allow one at least. */
function statusOf(premises: Branch, node: Node): Status {
  if (!isOpen({ node, holds: false, rest: premises }, 0, 0)) return 'follows'
  return isOpen({ node, holds: true, rest: premises }, 0, 0) ? 'open' : 'refuted'
}

/** Whether all of a branch can be as it must, given the variables (a bit each) that are true and false in it. */
function isOpen(branch: Branch, trues: number, falses: number): boolean {
  if (branch === undefined) return true
  const { node, holds, rest } = branch
  const { sign, left, right } = node
  if (left === undefined) {
    const bit = 1 << sign.charCodeAt(0)
    if (((holds ? falses : trues) & bit) !== 0) return false
    return holds ? isOpen(rest, trues | bit, falses) : isOpen(rest, trues, falses | bit)
  }
  if (right === undefined) return isOpen({ node: left, holds: !holds, rest }, trues, falses)
  const both = (one: boolean, other: boolean): boolean =>
    isOpen({ node: left, holds: one, rest: { node: right, holds: other, rest } }, trues, falses)
  const either = (one: boolean, other: boolean): boolean =>
    isOpen({ node: left, holds: one, rest }, trues, falses) || isOpen({ node: right, holds: other, rest }, trues, falses)
  if (sign === '&') return holds ? both(true, true) : either(false, false)
  if (sign === '|') return holds ? either(true, true) : both(false, false)
  if (sign === '->') return holds ? either(false, true) : both(true, false)
  return both(true, holds) || both(false, !holds)
}

/** Parts of a formula and the operators between them. */
type Part = Node | string

const fromLeft = (parts: readonly Part[]): Node => {
  let node = parts[0] as Node
  for (let index = 1; index < parts.length; index += 2) {
    node = { sign: parts[index] as string, left: node, right: parts[index + 1] as Node }
  }
  return node
}

/** Parts and operators up to the end of a line, a bracket, or an operator with nothing behind it; undefined where a sign cannot be read. */
function partsAt(cursor: Cursor): readonly Part[] | undefined {
  const parts: Part[] = []
  for (;;) {
    const part = partAt(cursor)
    if (part === undefined) return undefined
    parts.push(part)
    if (cursor.text[cursor.at] !== ' ') return parts
    const operator = operatorAt(cursor.text, cursor.at + 1)
    cursor.at += 1
    if (operator === undefined) return undefined
    parts.push(operator)
    cursor.at += operator.length
    if (cursor.at === cursor.text.length) return parts
    if (cursor.text[cursor.at] !== ' ') return undefined
    cursor.at += 1
  }
}

const operatorAt = (text: string, at: number): string | undefined => ['&', '|', '->', '<->'].find(operator => text.startsWith(operator, at))

/** A variable, a denial, or what stands in brackets. */
function partAt(cursor: Cursor): Node | undefined {
  const sign = cursor.text[cursor.at] ?? ''
  if (sign !== '~' && sign !== '(' && (sign < 'P' || sign > 'S' || sign === '')) return undefined
  cursor.at += 1
  if (sign === '~') {
    const left = partAt(cursor)
    return left && { sign, left }
  }
  if (sign !== '(') return { sign }
  const parts = partsAt(cursor)
  if (parts?.length !== 3 || cursor.text[cursor.at] !== ')') return undefined
  cursor.at += 1
  return fromLeft(parts)
}
