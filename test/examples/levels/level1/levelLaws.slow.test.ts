import type { LevelSpec } from 'genesis-datasets'
import { level1 } from 'genesis-datasets/levels'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Effect, Machine } from '../../../../arbitraries/x86/interpreter/machine'
import type { Level1Question } from '../../../../arbitraries/x86/level1/questions/question'
import { loadNative } from '../../../../laws/x86/processor/native/nativeProcessor'
import { expectCheckViolation } from '../../../support/expectCheckViolation'
import { plantEffect } from './support/plantEffect'

const WHY = loadNative() === undefined ? ' (skipped: there is no native processor)' : ''

/** Adds an effect to that of the instruction. */
const withEffect =
  (more: (machine: Machine) => void) =>
  (right: Effect): Effect =>
  (machine, instruction) => {
    right(machine, instruction)
    more(machine)
  }

describe.skipIf(WHY !== '')(`a law of level 1${WHY}`, () => {
  let level: LevelSpec<Level1Question, string>
  beforeAll(async () => {
    level = await level1()
  })

  const reasonOf = (law: string, topic: string, difficulty: 'easy' | 'hard' = 'easy'): string =>
    expectCheckViolation(level, law, { seed: 42, runs: 1_500, category: 'valid', topic, difficulty, law }).reason

  it('rejects an undeclared write: writes.declared', () => {
    plantEffect(
      'inc',
      withEffect(machine => machine.registers.set(15, 64, 1n)),
    )
    expect(reasonOf('writes.declared', 'registers')).toMatch(/^inc .* writes without a declaration r15$/)
  })

  it('rejects a flag left undefined: flags.undefined', () => {
    plantEffect(
      'neg',
      withEffect(machine => machine.undefine('PF')),
    )
    expect(reasonOf('flags.undefined', 'flags')).toMatch(/^neg .* leaves undefined without a declaration PF$/)
  })

  it('rejects a different effect behind other instructions: block.composes', () => {
    plantEffect(
      'not',
      withEffect(machine => machine.index > 0 && machine.registers.set(14, 64, 1n)),
    )
    expect(reasonOf('block.composes', 'registers', 'hard')).toMatch(/^not .* run alone differs in /)
  })

  it('rejects a dependence on an undeclared register: inputs.declared', () => {
    const oddRegisters = (machine: Machine): boolean =>
      machine.registers.snapshot().filter(value => ((value ?? 0n) & 1n) === 1n).length % 2 === 1
    plantEffect(
      'neg',
      withEffect(machine => machine.flags.set('CF', oddRegisters(machine))),
    )
    expect(reasonOf('inputs.declared', 'flags')).toMatch(/^with other values at locations that are not read, the answer is "CF=/)
  })
})
