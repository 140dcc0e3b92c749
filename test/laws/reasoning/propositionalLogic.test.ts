import { fc } from 'genesis-datasets'
import { describe, expect, it } from 'vitest'
import { propositionalLogic } from '../../../examples/levels/reasoning/propositionalLogic'
import { expectCheckViolation } from '../../support/expectCheckViolation'
import { answeredRows, judgeText } from '../../examples/levels/reasoning/support/levels'

type World = Readonly<Record<string, boolean>>
const WORLDS: readonly World[] = Array.from({ length: 16 }, (_, bits) =>
  Object.fromEntries([...'PQRS'].map((name, index) => [name, ((bits >> index) & 1) === 1])),
)

/** An independent third method: substitutes a world into the text and reduces it by rewriting. */
function isTrue(text: string, world: World): boolean {
  let rest = text.replace(/[PQRS]/g, name => (world[name] === true ? '1' : '0'))
  for (let before = ''; before !== rest; ) {
    before = rest
    rest = rest
      .replace('~1', '0')
      .replace('~0', '1')
      .replace(/\(([01])\)/, '$1')
      .replace(/^([01]) (\S+) ([01])|(?<=\()([01]) (\S+) ([01])/, (_, ...parts: string[]) => {
        const [one, operator, other] = (parts[0] === undefined ? parts.slice(3) : parts) as [string, string, string]
        if (operator === '&') return one === '1' && other === '1' ? '1' : '0'
        if (operator === '|') return one === '1' || other === '1' ? '1' : '0'
        return (operator === '->' ? one <= other : one === other) ? '1' : '0'
      })
  }
  return rest === '1'
}

function status(input: string): string {
  const premises = [...input.matchAll(/^premise: (.+)$/gm)].map(([, text = '']) => text)
  const [, conclusion = ''] = /conclusion: (.+)$/.exec(input) ?? []
  const possible = WORLDS.filter(world => premises.every(premise => isTrue(premise, world)))
  if (possible.length === 0) return 'contradiction detected'
  if (possible.every(world => isTrue(conclusion, world))) return 'follows'
  return possible.some(world => isTrue(conclusion, world)) ? 'open' : 'refuted'
}

describe('the oracle of propositional_logic', () => {
  it('agrees with an enumeration of all sixteen worlds on every row', () => {
    for (const [input, output] of answeredRows(propositionalLogic)) expect(status(input), input).toBe(output)
  })

  it('agrees with it on deeper formulas and on contradictory premises', () => {
    const { formula } = fc.letrec<{ formula: string }>(tie => ({
      formula: fc.oneof(
        { maxDepth: 4 },
        fc.constantFrom('P', 'Q', 'R', 'S'),
        tie('formula').map(inner => `~${inner}`),
        fc.tuple(tie('formula'), fc.constantFrom('&', '|', '->', '<->'), tie('formula')).map(parts => `(${parts.join(' ')})`),
      ),
    }))
    fc.assert(
      fc.property(fc.array(formula, { minLength: 1, maxLength: 5 }), formula, (premises, conclusion) => {
        const input = `logic: propositional\n${premises.map(premise => `premise: ${premise}\n`).join('')}conclusion: ${conclusion}`
        expect(judgeText(propositionalLogic, input)).toBe(status(input))
      }),
      { seed: 1, numRuns: 500 },
    )
  })

  const argument = (conclusion: string, ...premises: string[]): string =>
    `logic: propositional\n${premises.map(premise => `premise: ${premise}\n`).join('')}conclusion: ${conclusion}`
  it.each([
    [argument('Q', 'P', 'P -> Q'), 'follows'],
    [argument('P & Q | R', 'R', '~P'), 'cannot determine'],
    [argument('P & Q | R', 'R', 'P'), 'follows'],
    [argument('P & Q | R', 'P', '~P'), 'contradiction detected'],
    [argument('P &', 'P', '~P'), 'contradiction detected'],
    [argument('P &', 'P', 'Q'), 'insufficient data'],
    [argument('P &', '~P', 'Q'), 'not judged: every completion has the same status'],
    [argument('P = Q', 'P', '~P'), 'error: malformed input'],
    [argument('(P & Q', 'P', 'Q'), 'error: malformed input'],
    [argument('P', 'P &', 'Q'), 'error: malformed input'],
    [argument('P', 'P').replace('propositional', 'modal'), 'out of scope'],
  ])('judges %j as %s', (input, label) => expect(judgeText(propositionalLogic, input)).toBe(label))
})

describe('a generator that takes an open conclusion for a refuted one', () => {
  it('is rejected with an argument of two premises', () => {
    const [topic] = Object.values(propositionalLogic.topics)
    const hasty = (question: never) => (topic?.answer(question) === 'open' ? 'refuted' : topic?.answer(question))
    const spec = { ...propositionalLogic, topics: { argument: { ...topic, answer: hasty } as never } }
    const { shrunk } = expectCheckViolation(spec, 'oracle.agrees', { seed: 42, law: 'oracle.agrees', category: 'valid' })
    expect(shrunk.input.split('\n')).toHaveLength(4)
    expect(shrunk.input.length).toBeLessThanOrEqual('logic: propositional\npremise: P\npremise: P & Q\nconclusion: P & R & R'.length)
  })
})
