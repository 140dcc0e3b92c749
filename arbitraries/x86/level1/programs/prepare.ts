import type { Choose } from '../../../choiceSequence'
import type { Instruction } from '../../interpreter/instruction'
import { RAX, RBP, RBX, RCX, RDX, RSP } from '../../interpreter/registers'
import type { Form } from '../../interpreter/whitelist'
import { drawTarget } from './operands'
import type { Sketch } from './sketch'
import { drawValue } from './values'

/** Chooses what an instruction finds where it does not say so, as far as nothing depends on that yet. */
export function prepare(choose: Choose, sketch: Sketch, { mnemonic, family }: Form): void {
  if (family === 'stack' || mnemonic === 'call' || mnemonic === 'ret') settlePointer(choose, sketch, RSP)
  if (mnemonic === 'leave') settlePointer(choose, sketch, RBP)
  if (mnemonic === 'xlatb') {
    sketch.settle(RBX, BigInt(sketch.area + choose.integer(32, 96)))
    sketch.settle(RAX, (drawValue(choose) & ~0xffn) | BigInt(choose.integer(0, 63)))
  }
  if (/^(?:loop|j[er]cxz)/.test(mnemonic)) sketch.settle(RCX, choose.pick([0n, 1n, 1n, 2n, BigInt(choose.integer(3, 0xffff))]))
  // What is left of a dividend of two halves must be less than the divisor.
  if (family === 'divide') sketch.settle(RDX, BigInt(choose.pick([0, 0, 1, 2])))
  if (mnemonic === 'ret') settleTarget(choose, sketch, sketch.value(RSP))
}

/** The same where it depends on the operands. */
export function prepareFor(choose: Choose, sketch: Sketch, { mnemonic, operands, prefix }: Instruction): void {
  const [first] = operands
  if (prefix !== undefined && prefix !== 'lock') sketch.settle(RCX, BigInt(choose.integer(0, 5)))
  if (mnemonic === 'cmpxchg' && first?._tag === 'Register' && choose.boolean()) sketch.settle(RAX, sketch.value(first.register.number))
  if (mnemonic !== 'jmp' && mnemonic !== 'call') return
  if (first?._tag === 'Register') sketch.settle(first.register.number, BigInt(drawTarget(choose, sketch.ip)))
  if (first?._tag === 'Memory') settleTarget(choose, sketch, addressIn(sketch, first.address))
}

const addressIn = (
  sketch: Sketch,
  { base, index, scale, displacement }: Extract<Instruction['operands'][number], { _tag: 'Memory' }>['address'],
): bigint => BigInt.asUintN(64, sketch.value(base) + (index === undefined ? 0n : sketch.value(index) * BigInt(scale)) + displacement)

function settlePointer(choose: Choose, sketch: Sketch, register: number): void {
  if (!sketch.isPointer(register)) sketch.settle(register, BigInt(sketch.area + 64 + 8 * choose.integer(0, 7)))
}

const settleTarget = (choose: Choose, sketch: Sketch, address: bigint): boolean =>
  sketch.settleMemory(address, BigInt(drawTarget(choose, sketch.ip)))
