import type { Cell } from '../model/cell'
import type { CheckOptions, RunOptions } from '../model/check'
import { ENGINE_LAWS } from '../model/law'
import type { LevelSpec } from '../model/levelSpec'
import type { Problem } from '../model/problem'
import { invalidOption, oneOf } from '../validate/optionRules'
import { knownLabels } from './labels'
import { chosenCells } from './chosenCells'

/** What a level does not have of that which the options name: laws, labels, or any cell at all. */
export function choiceProblems<Q, A>(spec: LevelSpec<Q, A>, options: CheckOptions<Q, A>): readonly Problem[] {
  const cells = chosenCells(spec, options)
  const laws = oneOf([...ENGINE_LAWS, ...spec.laws.map(({ name }) => name)], 'laws have names of the form subject.property')
  return [
    ...(options.law === undefined || laws.accepts(options.law)
      ? []
      : [invalidOption('options.law', laws.expected, options.law, laws.hint)]),
    ...(cells.length > 0 ? [] : [noCell(spec, options)]),
    ...unknownLabels(options.cover, knownLabels(spec, cells, options.classify)),
  ]
}

function noCell<Q, A>(spec: LevelSpec<Q, A>, options: CheckOptions<Q, A>): Problem {
  const { topic, category, difficulty, adversarialType, edge } = options
  const chosen = Object.entries({ topic, category, difficulty, adversarialType, edge }).flatMap(([name, value]) =>
    value === undefined ? [] : [`${name} ${value}`],
  )
  const near = chosenCells(spec, topic === undefined ? {} : { topic }).map(({ name }: Cell) => name)
  return {
    _tag: 'InvalidOption',
    path: 'options',
    expected: `a choice that leaves one of the cells ${near.slice(0, 8).join(', ')}${near.length > 8 ? ', …' : ''}`,
    received: chosen.join(', '),
    hint: 'no cell of the level is all of this',
  }
}

/** Labels that are to be covered, and that nothing counts. */
export function unknownLabels(cover: RunOptions['cover'], labels: readonly string[]): readonly Problem[] {
  const rule = oneOf(labels, 'declare a label of your own with classify')
  return Object.keys(cover ?? {})
    .filter(label => !rule.accepts(label))
    .map(label => invalidOption(`options.cover.${label}`, rule.expected, label, rule.hint))
}
