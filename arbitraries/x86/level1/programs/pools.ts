import type { Form } from '../../interpreter/whitelist'
import { type Pool, createPool } from './step'

const isNoOperation = ({ family, mnemonic }: Form): boolean => family === 'nothing' || mnemonic === 'nop'
const endsOrFaults = ({ family, mnemonic }: Form): boolean => family === 'branches' || mnemonic === 'ud2'
const takesRegister = ({ memory }: Form): boolean => memory !== 'always'
const takesMemory = ({ memory, operands, mnemonic }: Form): boolean =>
  memory !== 'never' && operands[0]?._tag !== 'String' && mnemonic !== 'lea'
const isString = ({ operands }: Form): boolean => operands[0]?._tag === 'String'
const FLAG_WRITING_FAMILIES = new Set(['arithmetic', 'carryChains', 'logic', 'multiply', 'divide', 'shift', 'bits', 'flags'])
const isMedium = ({ difficulty }: Form): boolean => difficulty !== 'hard'

const ON_ONE_FLAG = /^(?:j|set|cmov)(?:o|no|b|ae|e|ne|s|ns|p|np)$/

/** Pools of instruction forms, by their purpose in a program. */
export const POOLS = {
  /** Register instructions with all flags defined. */
  easy: createPool(form => form.difficulty === 'easy' && takesRegister(form) && !isNoOperation(form) && !endsOrFaults(form)),
  easyFlags: createPool(form => form.difficulty === 'easy' && takesRegister(form) && FLAG_WRITING_FAMILIES.has(form.family)),
  /** Instructions on registers. */
  medium: createPool(form => isMedium(form) && takesRegister(form) && !isNoOperation(form) && !endsOrFaults(form)),
  mediumMemory: createPool(form => isMedium(form) && takesMemory(form) && !isNoOperation(form) && !endsOrFaults(form)),
  mediumFlags: createPool(form => isMedium(form) && takesRegister(form) && FLAG_WRITING_FAMILIES.has(form.family)),
  partial: createPool(form => form.difficulty === 'medium' && takesRegister(form) && form.family === 'shift'),
  hard: createPool(form => form.difficulty === 'hard' && !endsOrFaults(form)),
  divisions: createPool(({ family }) => family === 'divide'),
  strings: createPool(isString),
  stack: createPool(({ family }) => family === 'stack'),
  any: createPool(form => !endsOrFaults(form) && !isString(form)),
  /** Instructions that write to memory. */
  stores: createPool(
    form =>
      takesMemory(form) &&
      form.family !== 'branches' &&
      !isNoOperation(form) &&
      !['cmp', 'test', 'bt'].includes(form.mnemonic) &&
      mayStore(form),
  ),
  easyStores: createPool(
    form => form.difficulty === 'easy' && takesMemory(form) && !['cmp', 'bt'].includes(form.mnemonic) && mayStore(form),
  ),
  flagJumps: createPool(({ mnemonic }) => /^j(?!mp|ecxz|rcxz)/.test(mnemonic)),
  branches: createPool(({ family }) => family === 'branches'),
  /** Instructions that read one flag. */
  readersOfOne: createPool(({ mnemonic }) => ON_ONE_FLAG.test(mnemonic) && !mnemonic.startsWith('j')),
  jumpsOnOne: createPool(({ mnemonic }) => ON_ONE_FLAG.test(mnemonic) && mnemonic.startsWith('j')),
  /** Instructions that leave several flags undefined that conditions read. */
  undefining: createPool(form => takesRegister(form) && /^(?:mul|imul|bt|bts|btr|btc|tzcnt|lzcnt|bextr)$/.test(form.mnemonic)),
  /** Instructions that change no flags. */
  neutral: createPool(form => takesRegister(form) && form.difficulty === 'easy' && /^(?:move|convert)$/.test(form.family)),
  /** Instruction that faults on purpose. */
  undefinedInstruction: createPool(({ mnemonic }) => mnemonic === 'ud2'),
} satisfies Readonly<Record<string, Pool>>

/** Returns true if the first operand can be memory that it writes. */
function mayStore({ operands }: Form): boolean {
  const first = operands[0]?._tag
  return first === 'Memory' || first === 'RegisterOrMemory'
}
