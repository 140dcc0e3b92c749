import { FLAG_BITS } from '../../processor/processor'
import { FLAGS_OF_CONDITION, type Flag } from '../reading/flagsOfCondition'
import type { StateBefore } from '../reading/stateBefore'
import { statementOf } from '../reading/statement'

/**
 * Names and values of what decides a branch: flags in the order CF, PF, ZF, SF, OF, preceded by the counter if there is one. Empty for
 * a branch that is always taken.
 */
export type BranchReason = readonly (readonly [name: string, value: string])[]

/** Returns what decides a branch, from its canonical assembly and the state before it; undefined if the text is not a branch. */
export function branchReason(text: string, before: StateBefore): BranchReason | undefined {
  const { mnemonic } = statementOf(text)
  const count = before.registers[1] ?? 0n
  switch (mnemonic) {
    case 'jmp':
    case 'call':
    case 'ret':
      return []
    case 'jrcxz':
      return [['rcx', hex(count)]]
    case 'jecxz':
      return [['ecx', hex(BigInt.asUintN(32, count))]]
    case 'loop':
      return [['rcx', hex(BigInt.asUintN(64, count - 1n))]]
    case 'loope':
    case 'loopne':
      return [['rcx', hex(BigInt.asUintN(64, count - 1n))], flagValue('ZF', before)]
    default:
      return (mnemonic.startsWith('j') ? FLAGS_OF_CONDITION[mnemonic.slice(1)] : undefined)?.map(flag => flagValue(flag, before))
  }
}

function flagValue(flag: Flag, { flags }: StateBefore): readonly [name: string, value: string] {
  return [flag, (flags & FLAG_BITS[flag]) === 0 ? '0' : '1']
}

function hex(value: bigint): string {
  return `0x${value.toString(16)}`
}
