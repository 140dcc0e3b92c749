import type { Address, Instruction, Operand, Register } from '../../../../../arbitraries/x86/interpreter/instruction'
import type { OperandKind } from '../../../../../arbitraries/x86/interpreter/operandKinds'
import { lowPart, RCX, registersOfWidth, RSP } from '../../../../../arbitraries/x86/interpreter/registers'
import type { Form } from '../../../../../arbitraries/x86/interpreter/whitelist'
import { formOf } from '../../../../../arbitraries/x86/interpreter/formOf'

/** A generator of numbers below a bound. */
export type Below = (bound: number) => number

/** Returns a generator of numbers that the seed determines. */
export function numbersFrom(seed: number): Below {
  let state = seed >>> 0
  return bound => {
    state = (state + 0x6d2b_79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) % bound
  }
}

/** Draws an item of a list. */
export const pick = <T>(below: Below, list: readonly T[]): T => list[below(list.length)] as T

/** Draws 64 bits, often at a border or small. */
export function drawValue(below: Below): bigint {
  const random = (BigInt(below(0x1_0000_0000)) << 32n) | BigInt(below(0x1_0000_0000))
  const width = pick(below, [8n, 16n, 32n, 64n])
  const border = pick(below, [0n, 1n, (1n << width) - 1n, 1n << (width - 1n), (1n << (width - 1n)) - 1n])
  return BigInt.asUintN(64, pick(below, [random, random >> BigInt(below(64)), border, -border, BigInt(below(70))]))
}

/** Draws an instruction of a form, and again if it has no encoding. */
export function drawInstruction(below: Below, form: Form): Instruction {
  for (;;) {
    const operands = form.operands.map(kind => drawOperand(below, kind))
    const inMemory = operands[0]?._tag === 'Memory'
    const possible = form.prefixes.filter(prefix => prefix !== 'lock' || inMemory)
    const instruction: Instruction = { prefix: pick(below, [undefined, ...possible]), mnemonic: form.mnemonic, operands }
    if (formOf(instruction) !== undefined) return instruction
  }
}

const registerOperand = (register: Register): Operand => ({ _tag: 'Register', register })

function drawOperand(below: Below, kind: OperandKind): Operand {
  switch (kind._tag) {
    case 'Register':
      return registerOperand(pick(below, registersOfWidth(kind.width).slice(0, pick(below, [4, 8, 20]))))
    case 'RegisterOrMemory':
      return drawOperand(below, { _tag: pick(below, ['Register', 'Memory'] as const), width: kind.width })
    case 'Memory':
      return { _tag: 'Memory', width: kind.width, address: drawAddress(below) }
    case 'String':
      return { _tag: 'Memory', width: kind.width, address: { base: kind.base, index: undefined, scale: 1, displacement: 0n } }
    case 'Immediate':
      return { _tag: 'Immediate', value: BigInt.asUintN(kind.width, BigInt.asIntN(kind.bits, drawValue(below))) }
    case 'Cl':
      return registerOperand(lowPart(RCX, 8))
    case 'Zero':
      return { _tag: 'Immediate', value: 0n }
    case 'Target':
      return { _tag: 'Immediate', value: BigInt(0x40_1000 + below(0x60)) }
  }
}

function drawAddress(below: Below): Address {
  const index = pick(below, [undefined, below(16)])
  return {
    base: below(16),
    index: index === RSP ? undefined : index,
    scale: index === undefined || index === RSP ? 1 : pick(below, [1, 2, 4, 8] as const),
    displacement: BigInt(pick(below, [0, below(0x100) - 0x80, below(0x1000) - 0x800])),
  }
}
