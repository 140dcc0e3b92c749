import type { Cell } from '../model/cell'
import type { CheckOptions, CheckRunOptions } from '../model/check'
import { ENGINE_LAWS } from '../model/law'
import type { LevelSpec } from '../model/levelSpec'
import type { Problem } from '../model/problem'
import { invalidOption, oneOf } from '../validate/optionRules'
import { knownLabels } from './labels'
import { chosenCells } from './chosenCells'

/** Returns a problem for every law and label in the options that the level lacks, and one if no cell matches. */
export function selectionProblems<Q, A>(spec: LevelSpec<Q, A>, options: CheckOptions<Q, A>): readonly Problem[] {
  const cells = chosenCells(spec, options)
  const laws = oneOf([...ENGINE_LAWS, ...spec.laws.map(({ name }) => name)], 'laws have names of the form subject.property')
  return [
    ...(options.law === undefined || laws.accepts(options.law)
      ? []
      : [invalidOption('options.law', laws.expected, options.law, laws.hint)]),
    ...(cells.length > 0 ? [] : [noCellProblem(spec, options)]),
    ...unknownLabels(options.cover, knownLabels(spec, cells, options.classify)),
  ]
}

function noCellProblem<Q, A>(spec: LevelSpec<Q, A>, options: CheckOptions<Q, A>): Problem {
  const { topic, category, difficulty, adversarialType, edge } = options
  const chosen = Object.entries({ topic, category, difficulty, adversarialType, edge }).flatMap(([name, value]) =>
    value === undefined ? [] : [`${name} ${value}`],
  )
  const near = chosenCells(spec, topic === undefined ? {} : { topic }).map(({ name }: Cell) => name)
  return {
    _tag: 'InvalidOption',
    path: 'options',
    expected: `options that match one of the cells ${near.slice(0, 8).join(', ')}${near.length > 8 ? ', …' : ''}`,
    received: chosen.join(', '),
    hint: 'no cell of the level matches all of these options',
  }
}

/** Returns a problem for every label in `cover` that no draft can have. */
export function unknownLabels(cover: CheckRunOptions['cover'], labels: readonly string[]): readonly Problem[] {
  const rule = oneOf(labels, 'declare your own labels with classify')
  return Object.keys(cover ?? {})
    .filter(label => !rule.accepts(label))
    .map(label => invalidOption(`options.cover.${label}`, rule.expected, label, rule.hint))
}
