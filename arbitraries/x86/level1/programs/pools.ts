import type { Form } from '../../interpreter/whitelist'
import { type Pool, poolOf } from './step'

const isNoOperation = ({ family, mnemonic }: Form): boolean => family === 'nothing' || mnemonic === 'nop'
const endsOrFaults = ({ family, mnemonic }: Form): boolean => family === 'branches' || mnemonic === 'ud2'
const takesRegister = ({ memory }: Form): boolean => memory !== 'always'
const takesMemory = ({ memory, operands, mnemonic }: Form): boolean =>
  memory !== 'never' && operands[0]?._tag !== 'String' && mnemonic !== 'lea'
const isString = ({ operands }: Form): boolean => operands[0]?._tag === 'String'
const writesFlagsOf = new Set(['arithmetic', 'carryChains', 'logic', 'multiply', 'divide', 'shift', 'bits', 'flags'])
const isMedium = ({ difficulty }: Form): boolean => difficulty !== 'hard'

const ON_ONE_FLAG = /^(?:j|set|cmov)(?:o|no|b|ae|e|ne|s|ns|p|np)$/

/** Families of instructions, by what a program needs them for. */
export const POOLS = {
  /** One register instruction with all flags defined. */
  easy: poolOf(form => form.difficulty === 'easy' && takesRegister(form) && !isNoOperation(form) && !endsOrFaults(form)),
  easyFlags: poolOf(form => form.difficulty === 'easy' && takesRegister(form) && writesFlagsOf.has(form.family)),
  /** On registers; with operands in memory. */
  medium: poolOf(form => isMedium(form) && takesRegister(form) && !isNoOperation(form) && !endsOrFaults(form)),
  mediumMemory: poolOf(form => isMedium(form) && takesMemory(form) && !isNoOperation(form) && !endsOrFaults(form)),
  mediumFlags: poolOf(form => isMedium(form) && takesRegister(form) && writesFlagsOf.has(form.family)),
  partial: poolOf(form => form.difficulty === 'medium' && takesRegister(form) && form.family === 'shift'),
  hard: poolOf(form => form.difficulty === 'hard' && !endsOrFaults(form)),
  divisions: poolOf(({ family }) => family === 'divide'),
  strings: poolOf(isString),
  stack: poolOf(({ family }) => family === 'stack'),
  any: poolOf(form => !endsOrFaults(form) && !isString(form)),
  /** Write to memory. */
  stores: poolOf(
    form =>
      takesMemory(form) &&
      form.family !== 'branches' &&
      !isNoOperation(form) &&
      !['cmp', 'test', 'bt'].includes(form.mnemonic) &&
      mayStore(form),
  ),
  easyStores: poolOf(form => form.difficulty === 'easy' && takesMemory(form) && !['cmp', 'bt'].includes(form.mnemonic) && mayStore(form)),
  flagJumps: poolOf(({ mnemonic }) => /^j(?!mp|ecxz|rcxz)/.test(mnemonic)),
  branches: poolOf(({ family }) => family === 'branches'),
  /** Look at one flag. */
  readersOfOne: poolOf(({ mnemonic }) => ON_ONE_FLAG.test(mnemonic) && !mnemonic.startsWith('j')),
  jumpsOnOne: poolOf(({ mnemonic }) => ON_ONE_FLAG.test(mnemonic) && mnemonic.startsWith('j')),
  /** Leave several flags undefined at which conditions look. */
  undefining: poolOf(form => takesRegister(form) && /^(?:mul|imul|bt|bts|btr|btc|tzcnt|lzcnt|bextr)$/.test(form.mnemonic)),
  /** Leave all flags alone. */
  neutral: poolOf(form => takesRegister(form) && form.difficulty === 'easy' && /^(?:move|convert)$/.test(form.family)),
  /** Traps where they are meant to. */
  undefinedInstruction: poolOf(({ mnemonic }) => mnemonic === 'ud2'),
} satisfies Readonly<Record<string, Pool>>

/** Whether its first operand can be memory that it writes. */
function mayStore({ operands }: Form): boolean {
  const first = operands[0]?._tag
  return first === 'Memory' || first === 'RegisterOrMemory'
}
