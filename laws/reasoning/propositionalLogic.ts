import type { Verdict } from '../../src/model/oracle'
import { answer, cannotJudge, malformed, refuse } from '../index'

type Status = 'follows' | 'refuted' | 'open'
/** Node of a formula: a variable has only a sign, a negation has `left`, a binary operator has `left` and `right`. */
type Node = { readonly sign: string; readonly left?: Node; readonly right?: Node }
/** Linked list of the formulas that a branch of the tableau must still make true (`holds`) or false. */
type Branch = { readonly node: Node; readonly holds: boolean; readonly rest: Branch } | undefined
type Cursor = { readonly text: string; at: number }

const DECLARED = 'logic: propositional\n'
const [PREMISE, CONCLUSION] = ['premise: ', 'conclusion: '] as const

/** Judges a `propositional_logic` input from its text alone, by a semantic tableau. The generator counts worlds instead. */
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
  return isOpen(premises, 0, 0) ? judgeConclusion(premises, parts) : refuse('contradictory')
}

/** Judges a conclusion, which may end in an operator or lack the brackets that distinguish its readings. */
function judgeConclusion(premises: Branch, parts: readonly Part[]): Verdict<Status> {
  if (parts.length === 1 || parts.length === 3) return answer(statusOf(premises, fromLeft(parts)))
  if (parts.length === 5) {
    const [one, first, ...others] = parts
    const [left, right] = [fromLeft(parts), fromLeft([one as Part, first as Part, fromLeft(others)])].map(node => statusOf(premises, node))
    return left === right ? answer(left as Status) : refuse('ambiguous')
  }
  if (parts.length !== 2) return cannotJudge('a conclusion that needs brackets')
  const completed = LITERALS.map(literal => statusOf(premises, fromLeft([...parts, literal])))
  return completed.every(status => status === completed[0]) ? cannotJudge('every completion has the same status') : refuse('incomplete')
}

const LITERALS: readonly Node[] = [...'PQRS'].flatMap(sign => [{ sign }, { sign: '~', left: { sign } }])

/** Returns the status of a conclusion: `open` if the premises allow it and its negation. Requires satisfiable premises. */
function statusOf(premises: Branch, node: Node): Status {
  if (!isOpen({ node, holds: false, rest: premises }, 0, 0)) return 'follows'
  return isOpen({ node, holds: true, rest: premises }, 0, 0) ? 'open' : 'refuted'
}

/** Returns true if a branch is satisfiable. `trues` and `falses` are bit masks of the variables already true and false in it. */
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

/** Operand or operator of a formula that is not yet grouped. */
type Part = Node | string

const fromLeft = (parts: readonly Part[]): Node => {
  let node = parts[0] as Node
  for (let index = 1; index < parts.length; index += 2) {
    node = { sign: parts[index] as string, left: node, right: parts[index + 1] as Node }
  }
  return node
}

/**
 * Parses operands and operators up to the end of the line, a bracket, or an operator with no operand after it. Returns undefined
 * at a sign that cannot be parsed.
 */
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

/** Parses a variable, a negation, or a bracketed formula; undefined if there is none. */
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
