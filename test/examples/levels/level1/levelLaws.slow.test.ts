import type { LevelSpec } from 'genesis-datasets'
import { level1 } from 'genesis-datasets/levels'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Effect, Machine } from '../../../../arbitraries/x86/interpreter/machine'
import type { Question } from '../../../../arbitraries/x86/level1/questions/question'
import { loadNative } from '../../../../laws/x86/processor/native/nativeProcessor'
import { broken } from '../../../support/broken'
import { plantEffect } from './support/plantEffect'

const WHY = loadNative() === undefined ? ' (skipped: there is no native processor)' : ''

/** Does something more than the instruction should. */
const alsoDoing =
  (more: (machine: Machine) => void) =>
  (right: Effect): Effect =>
  (machine, instruction) => {
    right(machine, instruction)
    more(machine)
  }

describe.skipIf(WHY !== '')(`each law of level 1 rejects a fault${WHY}`, () => {
  let level: LevelSpec<Question, string>
  beforeAll(async () => {
    level = await level1()
  })

  const reasonOf = (law: string, topic: string, difficulty: 'easy' | 'hard' = 'easy'): string =>
    broken(level, law, { seed: 42, runs: 1_500, category: 'valid', topic, difficulty, law }).reason

  it('writes.declared: an instruction that writes what it should not', () => {
    plantEffect(
      'inc',
      alsoDoing(machine => machine.registers.set(15, 64, 1n)),
    )
    expect(reasonOf('writes.declared', 'registers')).toMatch(/^inc .* writes, undeclared, r15$/)
  })

  it('flags.undefined: an instruction that leaves a flag undefined', () => {
    plantEffect(
      'neg',
      alsoDoing(machine => machine.undefine('PF')),
    )
    expect(reasonOf('flags.undefined', 'flags')).toMatch(/^neg .* leaves undefined, undeclared, PF$/)
  })

  it('block.composes: an instruction that does another thing behind others', () => {
    plantEffect(
      'not',
      alsoDoing(machine => machine.index > 0 && machine.registers.set(14, 64, 1n)),
    )
    expect(reasonOf('block.composes', 'registers', 'hard')).toMatch(/^not .* differs, by itself, in /)
  })

  it('inputs.declared: an instruction that depends on a register that it does not read', () => {
    const oddRegisters = (machine: Machine): boolean =>
      machine.registers.snapshot().filter(value => ((value ?? 0n) & 1n) === 1n).length % 2 === 1
    plantEffect(
      'neg',
      alsoDoing(machine => machine.flags.set('CF', oddRegisters(machine))),
    )
    expect(reasonOf('inputs.declared', 'flags')).toMatch(/^with other values where nothing is read the answer is "CF=/)
  })
})
