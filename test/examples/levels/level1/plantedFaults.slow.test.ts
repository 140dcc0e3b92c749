import type { CheckOptions, LevelSpec } from 'genesis-datasets'
import { level1 } from 'genesis-datasets/levels'
import { beforeAll, describe, expect, it } from 'vitest'
import { findMnemonic } from '../../../../arbitraries/x86/interpreter/families/families'
import { operandAt } from '../../../../arbitraries/x86/interpreter/machine'
import type { Level1Question } from '../../../../arbitraries/x86/level1/questions/question'
import { expectCheckViolation } from '../../../support/expectCheckViolation'
import { plantEffect } from './support/plantEffect'

let level: LevelSpec<Level1Question, string>
beforeAll(async () => {
  level = await level1()
})

const OPTIONS: CheckOptions<Level1Question, string> = { seed: 42, runs: 2_000, category: 'valid', difficulty: 'easy', law: 'oracle.agrees' }

/** Returns the register values that a text states. */
const statedValues = (input: string): readonly bigint[] =>
  [...input.matchAll(/\br\w+=(0x[0-9a-f]+)/g)].map(([, value = '0x0']) => BigInt(value))

/** Returns the only instruction of the minimal counterexample of a check, after replaying its token. */
function leastInstruction(options: CheckOptions<Level1Question, string>): string {
  const found = expectCheckViolation(level, 'oracle.agrees', { ...OPTIONS, ...options })
  expect(found.minimal).toBe(true)
  const [, code = ''] = /^code: (.+)$/m.exec(found.shrunk.input) ?? []
  expect(code.split('; ')).toHaveLength(1)
  for (const value of statedValues(found.shrunk.input)) expect(value).toBeLessThan(0x100n)
  return code
}

describe('a fault planted in the interpreter', () => {
  it.each(['registers', 'flags'])('yields a counterexample of one instruction with small numbers if adc forgets the carry in %s', topic => {
    plantEffect('adc', () => findMnemonic('add').effect)
    expect(leastInstruction({ topic })).toMatch(/^adc /)
  })

  it('yields one if inc changes CF', () => {
    plantEffect('inc', right => (machine, instruction) => {
      right(machine, instruction)
      machine.flags.set('CF', !machine.flags.get('CF'))
    })
    expect(leastInstruction({ topic: 'flags' })).toMatch(/^inc /)
  })

  it('yields one if sar by zero changes flags', () => {
    plantEffect('sar', right => (machine, instruction) => {
      right(machine, instruction)
      const count = operandAt(instruction, 1)
      if (count._tag === 'Immediate' && (count.value & 0x1fn) === 0n) machine.setResultFlags(machine.read(operandAt(instruction, 0)), 8)
    })
    expect(leastInstruction({ topic: 'flags', category: 'edge_case', edge: 'zeroCount' })).toMatch(/^sar \w+, 0x0$/)
  })
})

it('the same checks find no counterexample without a fault', () => {
  expect(() => leastInstruction({ topic: 'flags', runs: 200 })).toThrow('oracle.agrees lets the fault pass')
})
