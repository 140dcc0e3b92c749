import { fc } from 'genesis-datasets'
import type { Choose } from 'genesis-datasets/arbitraries'
import { both, chainOf, plantedInValues, type Forms, type ChosenFault, sum, upTo } from './fault'

type Command = readonly [name: string, amount?: number]
const commands: Forms<Command[]> = both(
  choose => choose.list({ max: 10 }, () => [choose.pick(['push', 'pop', 'peek'])]),
  fc.array(fc.tuple(fc.constantFrom('push', 'pop', 'peek')), upTo(10)),
)
const payments: Forms<Command[]> = both(
  choose => chainOf(choose, 10, () => [choose.pick(['deposit', 'withdraw', 'close']), choose.integer(1, 100)]),
  fc.array(fc.tuple(fc.constantFrom('deposit', 'withdraw', 'close'), fc.integer({ min: 1, max: 100 })), upTo(10)),
)
/** Returns the height of the stack after each command. */
const heights = (program: readonly Command[]): readonly number[] => {
  let height = 0
  return program.map(([name]) => (height += name === 'push' ? 1 : name === 'pop' ? -1 : 0))
}
const balances = (program: readonly Command[]): readonly number[] => {
  let balance = 0
  return program.map(([name, amount = 0]) => (balance += name === 'deposit' ? amount : name === 'withdraw' ? -amount : 0))
}

type Statement = readonly ['set', number] | readonly ['copy', number] | readonly ['plus', number, number]
/** Statements that each define the variable of their own number and may use earlier ones. */
const program: Forms<Statement[]> = both(
  choose =>
    choose.list({ min: 1, max: 6 }, (index): Statement => {
      const variable = (): number => choose.integer(0, index - 1)
      const kind = index === 0 ? 'set' : choose.pick(['set', 'copy', 'plus'] as const)
      if (kind === 'set') return [kind, choose.integer(0, 99)]
      return kind === 'copy' ? [kind, variable()] : [kind, variable(), variable()]
    }),
  fc.integer({ min: 1, max: 6 }).chain(length => fc.tuple(...Array.from({ length }, (_, index) => statement(index)))),
  statements => statements.every((one, index) => uses(one).every(variable => variable < index)),
)
function statement(index: number): fc.Arbitrary<Statement> {
  const set = fc.tuple(fc.constant('set' as const), fc.nat(99))
  if (index === 0) return set
  const variable = fc.nat(index - 1)
  const [copy, plus] = [fc.tuple(fc.constant('copy' as const), variable), fc.tuple(fc.constant('plus' as const), variable, variable)]
  return fc.oneof({ withCrossShrink: true }, set, copy, plus)
}
const uses = ([kind, ...variables]: Statement): readonly number[] => (kind === 'set' ? [] : variables)
function run(statements: readonly Statement[]): readonly number[] {
  const values: number[] = []
  for (const statement of statements) {
    values.push(statement[0] === 'set' ? statement[1] : sum(uses(statement).map(variable => values[variable] as number)))
  }
  return values
}
function chains(statements: readonly Statement[]): readonly number[] {
  const lengths: number[] = []
  for (const statement of statements) lengths.push(1 + Math.max(0, ...uses(statement).map(variable => lengths[variable] as number)))
  return lengths
}

type Block = readonly ['line', number] | readonly ['loop', number, ...Block[]]
const blocks = (choose: Choose, depth: number): Block[] =>
  choose.list({ min: 1, max: 3 }, () =>
    depth > 0 && choose.boolean() ? ['loop', choose.integer(1, 9), ...blocks(choose, depth - 1)] : ['line', choose.integer(0, 9)],
  )
const composedBlocks: fc.Memo<Block[]> = fc.memo(depth => {
  const line = fc.tuple(fc.constant('line' as const), fc.nat(9))
  const loop = (): fc.Arbitrary<Block> =>
    fc.tuple(fc.integer({ min: 1, max: 9 }), composedBlocks(depth - 1)).map(([times, body]): Block => ['loop', times, ...body])
  return fc.array<Block>(depth === 1 ? line : fc.oneof({ withCrossShrink: true }, line, loop()), { minLength: 1, ...upTo(3) })
})
const code: Forms<Block[]> = both(choose => blocks(choose, 3), composedBlocks(4))
const steps = (body: readonly Block[]): number =>
  sum(body.map(block => (block[0] === 'line' ? 1 : block[1] * steps(block.slice(2) as unknown as Block[]))))
const loops = (body: readonly Block[]): number =>
  Math.max(0, ...body.map(block => (block[0] === 'line' ? 0 : 1 + loops(block.slice(2) as unknown as Block[]))))

/** Faults of small programs: sequences of commands, and statements that refer to earlier ones. */
export const PROGRAMS: readonly ChosenFault[] = [
  plantedInValues('taking from an empty stack', commands, one => heights(one).some(height => height < 0), [['pop']]),
  plantedInValues('a stack of three', commands, one => heights(one).some(height => height >= 3), [['push'], ['push'], ['push']]),
  plantedInValues(
    'a stack emptied after two',
    commands,
    one => heights(one).some((height, index) => height === 0 && heights(one).slice(0, index).includes(2)),
    [['push'], ['push'], ['pop'], ['pop']],
  ),
  plantedInValues('a read after a pop', commands, one => one.some(([name], index) => name === 'peek' && one[index - 1]?.[0] === 'pop'), [
    ['pop'],
    ['peek'],
  ]),
  plantedInValues('a balance below zero', payments, one => balances(one).some(balance => balance < 0), [['withdraw', 1]]),
  plantedInValues(
    'a balance below zero after a deposit',
    payments,
    one => one[0]?.[0] === 'deposit' && balances(one).some(balance => balance < 0),
    [
      ['deposit', 1],
      ['withdraw', 2],
    ],
  ),
  plantedInValues(
    'a balance that falls from a height below zero',
    payments,
    one =>
      balances(one).some(
        (balance, index) =>
          balance < 0 &&
          balances(one)
            .slice(0, index)
            .some(before => before >= 50),
      ),
    [
      ['deposit', 50],
      ['withdraw', 51],
    ],
  ),
  plantedInValues(
    'a deposit after the end',
    payments,
    one => one.some(([name], index) => name === 'close' && one.slice(index).some(([later]) => later === 'deposit')),
    [
      ['close', 1],
      ['deposit', 1],
    ],
  ),
  plantedInValues('a balance above what one deposit gives', payments, one => balances(one).some(balance => balance >= 150), [
    ['deposit', 50],
    ['deposit', 100],
  ]),
  plantedInValues('a copy of a copy', program, one => chains(one).some(length => length >= 3), [
    ['set', 0],
    ['copy', 0],
    ['copy', 1],
  ]),
  plantedInValues(
    'a sum of one variable with itself',
    program,
    one => one.some(([kind, left, right]) => kind === 'plus' && left === right),
    [
      ['set', 0],
      ['plus', 0, 0],
    ],
  ),
  plantedInValues('a sum of two variables', program, one => one.some(([kind, left, right]) => kind === 'plus' && left !== right), [
    ['set', 0],
    ['set', 0],
    ['plus', 0, 1],
  ]),
  plantedInValues('a value greater than can be set', program, one => run(one).some(value => value >= 120), [
    ['set', 60],
    ['plus', 0, 0],
  ]),
  plantedInValues(
    'a variable that is never used',
    program,
    one => one.some((_, index) => index < one.length - 1 && !one.some(statement => uses(statement).includes(index))),
    [
      ['set', 0],
      ['set', 0],
    ],
  ),
  plantedInValues(
    'a variable that is used twice',
    program,
    one => one.some((_, index) => one.filter(statement => uses(statement).includes(index)).length >= 2),
    [
      ['set', 0],
      ['copy', 0],
      ['copy', 0],
    ],
  ),
  plantedInValues('many steps', code, one => steps(one) >= 20, [['loop', 3, ['loop', 7, ['line', 0]]]]),
  plantedInValues('a loop within a loop', code, one => loops(one) >= 2, [['loop', 1, ['loop', 1, ['line', 0]]]]),
  plantedInValues(
    'a loop and a line behind it',
    code,
    one => one.some(([kind], index) => kind === 'loop' && one[index + 1]?.[0] === 'line'),
    [
      ['loop', 1, ['line', 0]],
      ['line', 0],
    ],
  ),
]
