import type { Machine } from '../machine'
import type { Flag } from '../state'

/** Condition named by the suffix of a mnemonic. */
export interface Condition {
  readonly name: string
  /** Flags that it reads, in the order of the manual's formulas. */
  readonly flags: readonly Flag[]
  /** Returns true if the condition holds for the values of these flags. */
  readonly holds: (values: readonly boolean[]) => boolean
}

type Rule = readonly [name: string, negation: string, flags: readonly Flag[], holds: Condition['holds']]

const CONDITION_RULES: readonly Rule[] = [
  ['o', 'no', ['OF'], ([overflow]) => overflow === true],
  ['b', 'ae', ['CF'], ([carry]) => carry === true],
  ['e', 'ne', ['ZF'], ([zero]) => zero === true],
  ['be', 'a', ['CF', 'ZF'], ([carry, zero]) => carry === true || zero === true],
  ['s', 'ns', ['SF'], ([sign]) => sign === true],
  ['p', 'np', ['PF'], ([parity]) => parity === true],
  ['l', 'ge', ['SF', 'OF'], ([sign, overflow]) => sign !== overflow],
  ['le', 'g', ['ZF', 'SF', 'OF'], ([zero, sign, overflow]) => zero === true || sign !== overflow],
]

/** All sixteen conditions, each followed by its negation. */
export const CONDITIONS: readonly Condition[] = CONDITION_RULES.flatMap(([name, negation, flags, holds]) => [
  { name, flags, holds },
  { name: negation, flags, holds: values => !holds(values) },
])

/** Reads every flag of a condition, regardless of the values of the others, so that the record of reads follows from the text. */
export const readFlags = (machine: Machine, { flags }: Condition): readonly boolean[] => flags.map(flag => machine.flags.get(flag))
