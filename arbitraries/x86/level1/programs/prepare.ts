import type { Choose } from '../../../choiceSequence'
import type { Instruction } from '../../interpreter/instruction'
import { RAX, RBP, RBX, RCX, RDX, RSP } from '../../interpreter/registers'
import type { Form } from '../../interpreter/whitelist'
import { drawTarget } from './operands'
import type { ProgramBuilder } from './programBuilder'
import { drawValue } from './values'

/** Sets the implied registers and memory of an instruction, as far as nothing depends on them yet. */
export function prepareState(choose: Choose, builder: ProgramBuilder, { mnemonic, family }: Form): void {
  if (family === 'stack' || mnemonic === 'call' || mnemonic === 'ret') setPointer(choose, builder, RSP)
  if (mnemonic === 'leave') setPointer(choose, builder, RBP)
  if (mnemonic === 'xlatb') {
    builder.setInitialValue(RBX, BigInt(builder.areaStart + choose.integer(32, 96)))
    builder.setInitialValue(RAX, (drawValue(choose) & ~0xffn) | BigInt(choose.integer(0, 63)))
  }
  if (/^(?:loop|j[er]cxz)/.test(mnemonic)) builder.setInitialValue(RCX, choose.pick([0n, 1n, 1n, 2n, BigInt(choose.integer(3, 0xffff))]))
  // The upper half of the dividend must be less than the divisor.
  if (family === 'divide') builder.setInitialValue(RDX, BigInt(choose.pick([0, 0, 1, 2])))
  if (mnemonic === 'ret') setTarget(choose, builder, builder.value(RSP))
}

/** Does the same for values that depend on the operands. */
export function prepareOperands(choose: Choose, builder: ProgramBuilder, { mnemonic, operands, prefix }: Instruction): void {
  const [first] = operands
  if (prefix !== undefined && prefix !== 'lock') builder.setInitialValue(RCX, BigInt(choose.integer(0, 5)))
  if (mnemonic === 'cmpxchg' && first?._tag === 'Register' && choose.boolean())
    builder.setInitialValue(RAX, builder.value(first.register.number))
  if (mnemonic !== 'jmp' && mnemonic !== 'call') return
  if (first?._tag === 'Register') builder.setInitialValue(first.register.number, BigInt(drawTarget(choose, builder.ip)))
  if (first?._tag === 'Memory') setTarget(choose, builder, addressOf(builder, first.address))
}

const addressOf = (
  builder: ProgramBuilder,
  { base, index, scale, displacement }: Extract<Instruction['operands'][number], { _tag: 'Memory' }>['address'],
): bigint => BigInt.asUintN(64, builder.value(base) + (index === undefined ? 0n : builder.value(index) * BigInt(scale)) + displacement)

function setPointer(choose: Choose, builder: ProgramBuilder, register: number): void {
  if (!builder.isPointer(register)) builder.setInitialValue(register, BigInt(builder.areaStart + 64 + 8 * choose.integer(0, 7)))
}

const setTarget = (choose: Choose, builder: ProgramBuilder, address: bigint): boolean =>
  builder.setInitialMemory(address, BigInt(drawTarget(choose, builder.ip)))
