import { fc } from 'genesis-datasets'
import type { Choose } from 'genesis-datasets/arbitraries'
import { both, type ChosenFault, plantedInValues, type Forms, upTo } from './fault'

/** Options of fast-check's recursive structures: up to `maxDepth`, independent of its global configuration. */
function within(maxDepth: number) {
  return { maxDepth, depthSize: 'max' } as const
}

type Expression = number | readonly ['neg', Expression] | readonly ['add' | 'mul', Expression, Expression]

function drawExpression(choose: Choose, depth: number): Expression {
  const kind = depth === 0 ? 'leaf' : choose.pick(['leaf', 'add', 'mul', 'neg'] as const)
  if (kind === 'leaf') return choose.integer(0, 99)
  return kind === 'neg'
    ? ['neg', drawExpression(choose, depth - 1)]
    : [kind, drawExpression(choose, depth - 1), drawExpression(choose, depth - 1)]
}
const expression: Forms<Expression> = both(
  choose => drawExpression(choose, 5),
  fc.letrec<{ one: Expression }>(one => ({
    one: fc.oneof(
      { ...within(5), withCrossShrink: true },
      fc.nat(99),
      fc.tuple(fc.constant('add' as const), one('one'), one('one')),
      fc.tuple(fc.constant('mul' as const), one('one'), one('one')),
      fc.tuple(fc.constant('neg' as const), one('one')),
    ),
  })).one,
  one => depthOf(one) <= 5,
)

const partsOf = (one: Expression): readonly Expression[] => (typeof one === 'number' ? [] : (one.slice(1) as Expression[]))
const allOf = (one: Expression): readonly Expression[] => [one, ...partsOf(one).flatMap(allOf)]
const depthOf = (one: Expression): number => (typeof one === 'number' ? 0 : 1 + Math.max(...partsOf(one).map(depthOf)))
const nameOf = (one: Expression | undefined): string => (typeof one === 'object' ? one[0] : 'leaf')
const isIn = (inner: string, outer: string) => (one: Expression) =>
  allOf(one).some(part => nameOf(part) === outer && partsOf(part).some(below => allOf(below).some(other => nameOf(other) === inner)))
function evaluate(one: Expression): number {
  if (typeof one === 'number') return one
  if (one[0] === 'neg') return -evaluate(one[1])
  return one[0] === 'add' ? evaluate(one[1]) + evaluate(one[2]) : evaluate(one[1]) * evaluate(one[2])
}

interface Node {
  readonly value: number
  readonly left: Node | null
  readonly right: Node | null
}
function drawNode(choose: Choose, depth: number): Node {
  const branch = (): Node | null => (depth > 0 && choose.boolean() ? drawNode(choose, depth - 1) : null)
  return { value: choose.integer(0, 20), left: branch(), right: branch() }
}
const node: Forms<Node> = both(
  choose => drawNode(choose, 4),
  fc.letrec<{ node: Node; branch: Node | null }>(one => ({
    node: fc.record({ value: fc.nat(20), left: one('branch'), right: one('branch') }),
    branch: fc.option(one('node'), { ...within(4), freq: 2 }),
  })).node,
)
const inOrder = (one: Node | null): readonly number[] => (one === null ? [] : [...inOrder(one.left), one.value, ...inOrder(one.right)])
const nodesOf = (one: Node | null): readonly Node[] => (one === null ? [] : [one, ...nodesOf(one.left), ...nodesOf(one.right)])
const pathSum = (one: Node | null): number => (one === null ? 0 : one.value + Math.max(pathSum(one.left), pathSum(one.right)))
const alone = (value: number): Node => ({ value, left: null, right: null })

type Json = null | boolean | number | Json[] | { readonly [key: string]: Json }
function drawJson(choose: Choose, depth: number): Json {
  const kind = choose.integer(0, depth === 0 ? 2 : 4)
  if (kind === 0) return null
  if (kind === 1) return choose.boolean()
  if (kind === 2) return choose.integer(0, 99)
  if (kind === 3) return choose.list({ max: 3 }, () => drawJson(choose, depth - 1))
  return Object.fromEntries(choose.list({ max: 3 }, () => [choose.pick([...'abc']), drawJson(choose, depth - 1)]))
}
const json: Forms<Json> = both(
  choose => drawJson(choose, 4),
  fc.letrec<{ json: Json; leaf: Json; list: Json; record: Json }>(one => ({
    json: fc.oneof(
      { ...within(4), withCrossShrink: true },
      { arbitrary: one('leaf'), weight: 3 },
      { arbitrary: one('list'), weight: 1 },
      { arbitrary: one('record'), weight: 1 },
    ),
    leaf: fc.oneof({ withCrossShrink: true }, fc.constant(null), fc.boolean(), fc.nat(99)),
    list: fc.array(one('json'), upTo(3)),
    record: fc.dictionary(fc.constantFrom(...'abc'), one('json'), { maxKeys: 3, size: 'max', noNullPrototype: true }),
  })).json,
)
const childrenOf = (one: Json): readonly Json[] => (typeof one === 'object' && one !== null ? Object.values(one) : [])
const valuesIn = (one: Json): readonly Json[] => [one, ...childrenOf(one).flatMap(valuesIn)]

type Tag = readonly [string, ...Tag[]]
const drawTag = (choose: Choose, depth: number): Tag => [
  choose.pick([...'abc']),
  ...(depth === 0 ? [] : choose.list({ max: 3 }, () => drawTag(choose, depth - 1))),
]
const composedTag: fc.Memo<Tag> = fc.memo(depth => {
  const name = fc.constantFrom(...'abc')
  return depth === 1
    ? name.map((letter): Tag => [letter])
    : fc.tuple(name, fc.array(composedTag(depth - 1), upTo(3))).map(([letter, tags]): Tag => [letter, ...tags])
})
const tag: Forms<Tag> = both(choose => drawTag(choose, 3), composedTag(4))
const below = ([, ...tags]: Tag): readonly Tag[] => tags.flatMap(one => [one, ...below(one)])
const tagsOf = (one: Tag): readonly Tag[] => [one, ...below(one)]

/** Faults of recursive structures: the relevant part may be deep inside irrelevant ones. */
export const TREES: readonly ChosenFault[] = [
  plantedInValues('a great leaf', expression, one => allOf(one).some(part => typeof part === 'number' && part >= 40), 40),
  plantedInValues('a nesting of three', expression, one => depthOf(one) >= 3, ['neg', ['neg', ['neg', 0]]]),
  plantedInValues('a product within a sum', expression, isIn('mul', 'add'), ['add', 0, ['mul', 0, 0]]),
  plantedInValues('a sum within a product', expression, isIn('add', 'mul'), ['mul', 0, ['add', 0, 0]]),
  plantedInValues('a sum within a negation', expression, isIn('add', 'neg'), ['neg', ['add', 0, 0]]),
  plantedInValues(
    'two negations in a row',
    expression,
    one => allOf(one).some(part => nameOf(part) === 'neg' && nameOf(partsOf(part)[0]) === 'neg'),
    ['neg', ['neg', 0]],
  ),
  plantedInValues('a great value', expression, one => evaluate(one) >= 1_000, ['mul', 11, 91]),
  plantedInValues('a value below zero', expression, one => evaluate(one) < -50, ['neg', 51]),
  plantedInValues(
    'a value that no leaf has, without a product',
    expression,
    one => evaluate(one) >= 150 && !isIn('mul', 'neg')(['neg', one]),
    ['add', 51, 99],
  ),
  plantedInValues(
    'two equal leaves',
    expression,
    one => allOf(one).some(part => nameOf(part) === 'add' && partsOf(part)[0] === partsOf(part)[1] && (partsOf(part)[0] as number) >= 1),
    ['add', 1, 1],
  ),
  plantedInValues(
    'leaves in descending order',
    expression,
    one => allOf(one).some(part => nameOf(part) === 'mul' && (partsOf(part)[0] as number) > (partsOf(part)[1] as number)),
    ['mul', 1, 0],
  ),
  plantedInValues('three leaves', expression, one => allOf(one).filter(part => typeof part === 'number').length >= 3, [
    'add',
    0,
    ['add', 0, 0],
  ]),
  plantedInValues(
    'two inner nodes side by side',
    expression,
    one => allOf(one).some(part => partsOf(part).length === 2 && partsOf(part).every(inner => typeof inner !== 'number')),
    ['add', ['neg', 0], ['neg', 0]],
  ),
  plantedInValues(
    'a division by zero in disguise',
    expression,
    one =>
      allOf(one).some(part => nameOf(part) === 'mul' && evaluate(part) === 0 && partsOf(part).every(inner => typeof inner !== 'number')),
    ['mul', ['neg', 0], ['neg', 0]],
  ),
  plantedInValues('each kind of node', expression, one => new Set(allOf(one).map(nameOf)).size === 4, ['add', 0, ['mul', 0, ['neg', 0]]]),
  plantedInValues('a tree out of order', node, one => inOrder(one).some((value, index) => value < (inOrder(one)[index - 1] ?? 0)), {
    value: 0,
    left: alone(1),
    right: null,
  }),
  plantedInValues(
    'a tree that leans to the right',
    node,
    one => nodesOf(one).some(({ left, right }) => left === null && right !== null && right.left === null && right.right !== null),
    { value: 0, left: null, right: { value: 0, left: null, right: alone(0) } },
  ),
  plantedInValues('a node with two children', node, one => nodesOf(one).some(({ left, right }) => left !== null && right !== null), {
    value: 0,
    left: alone(0),
    right: alone(0),
  }),
  plantedInValues('a path with a great sum', node, one => pathSum(one) >= 50, {
    value: 10,
    left: null,
    right: { value: 20, left: null, right: alone(20) },
  }),
  plantedInValues(
    'a value twice in a tree',
    node,
    one => nodesOf(one).some(({ value, left, right }) => value >= 3 && [...inOrder(left), ...inOrder(right)].includes(value)),
    { value: 3, left: null, right: alone(3) },
  ),
  plantedInValues('a list within a list', json, one => valuesIn(one).some(part => Array.isArray(part) && part.some(Array.isArray)), [[]]),
  plantedInValues(
    'a great number within a list',
    json,
    one => valuesIn(one).some(part => Array.isArray(part) && part.some(inner => typeof inner === 'number' && inner >= 10)),
    [10],
  ),
  plantedInValues(
    'an object with two keys',
    json,
    one => valuesIn(one).some(part => !Array.isArray(part) && childrenOf(part).length >= 2),
    {
      a: null,
      b: null,
    },
  ),
  plantedInValues('true beneath a key', json, one => valuesIn(one).some(part => !Array.isArray(part) && childrenOf(part).includes(true)), {
    a: true,
  }),
  plantedInValues(
    'a list within an object within a list',
    json,
    one =>
      valuesIn(one).some(part => Array.isArray(part) && part.some(inner => !Array.isArray(inner) && childrenOf(inner).some(Array.isArray))),
    [{ a: [] }],
  ),
  plantedInValues('a tag within its like', tag, one => tagsOf(one).some(part => below(part).some(([name]) => name === part[0])), [
    'a',
    ['a'],
  ]),
  plantedInValues(
    'a certain tag within another',
    tag,
    one => tagsOf(one).some(part => part[0] === 'c' && below(part).some(([name]) => name === 'b')),
    ['c', ['b']],
  ),
  plantedInValues(
    'three tags side by side that differ',
    tag,
    one => tagsOf(one).some(([, ...tags]) => new Set(tags.map(([name]) => name)).size === 3),
    ['a', ['a'], ['b'], ['c']],
  ),
  plantedInValues(
    'a tag with a sibling and a child',
    tag,
    one => tagsOf(one).some(([, ...tags]) => tags.length >= 2 && tags.some(inner => inner.length > 1)),
    ['a', ['a'], ['a', ['a']]],
  ),
]
