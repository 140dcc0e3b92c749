import type { Difficulty } from '../../../src/model/vocabulary'
import { type Family, findMnemonic } from './families/families'
import { CONDITIONS } from './families/conditions'
import type { Prefix } from './instruction'
import { type OperandKind, parseOperandKind } from './operandKinds'
import { ROWS, type Row } from './whitelistRows'

/** Operands that a mnemonic takes. An instruction has at most one form. */
export interface Form {
  readonly mnemonic: string
  readonly family: Family
  /**
   * Difficulty without memory and prefixes, if the form allows that. Memory makes it at least `medium`, `rep` makes it
   * `hard`.
   */
  readonly difficulty: Difficulty
  /** Operands in the notation of the whitelist, such as `r/m8, imm8`. */
  readonly notation: string
  readonly operands: readonly OperandKind[]
  readonly memory: 'never' | 'possible' | 'always'
  /** Prefixes that it may have; `lock` only if the first operand is memory. */
  readonly prefixes: readonly Prefix[]
}

const LOCKABLE = new Set('add adc sub sbb and or xor not neg inc dec xadd cmpxchg cmpxchg8b cmpxchg16b bts btr btc'.split(' '))

function prefixesOf(mnemonic: string, operands: readonly OperandKind[]): readonly Prefix[] {
  if (operands.some(({ _tag }) => _tag === 'String')) return /^(?:cmps|scas)/.test(mnemonic) ? ['repe', 'repne'] : ['rep']
  const first = operands[0]?._tag
  return LOCKABLE.has(mnemonic) && (first === 'Memory' || first === 'RegisterOrMemory') ? ['lock'] : []
}

function memoryOf(operands: readonly OperandKind[]): Form['memory'] {
  if (operands.some(({ _tag }) => _tag === 'Memory' || _tag === 'String')) return 'always'
  return operands.some(({ _tag }) => _tag === 'RegisterOrMemory') ? 'possible' : 'never'
}

function createForm(mnemonic: string, notation: string, difficulty: Difficulty): Form {
  const operands = notation === '' ? [] : notation.split(', ').map(parseOperandKind)
  const memory = memoryOf(operands)
  return {
    mnemonic,
    family: findMnemonic(mnemonic).family,
    difficulty: memory === 'always' && difficulty === 'easy' ? 'medium' : difficulty,
    notation,
    operands,
    memory,
    prefixes: prefixesOf(mnemonic, operands),
  }
}

/** Returns the notation for one width. An immediate has the size of the operation, except that 64 bits are encoded in 32. */
const withWidth = (notation: string, width: string): string =>
  notation.replaceAll('immW', width === '64' ? 'simm32' : `imm${width}`).replaceAll('W', width)

function expandRow([difficulty, names, notations, widths]: Row): readonly Form[] {
  const mnemonics = names
    .split(' ')
    .flatMap(name => (name.endsWith('cc') ? CONDITIONS.map(condition => name.replace('cc', condition.name)) : [name]))
  const written = notations.split(' | ').flatMap(notation => widths.split(' ').map(width => withWidth(notation, width)))
  return mnemonics.flatMap(mnemonic => written.map(notation => createForm(mnemonic, notation, difficulty)))
}

/** Every form of an instruction that the interpreter executes. */
export const WHITELIST: readonly Form[] = ROWS.flatMap(expandRow)

const BY_MNEMONIC: ReadonlyMap<string, readonly Form[]> = groupForms()

/** Returns the forms of a mnemonic, or none if it is not in the whitelist. */
export const formsOfMnemonic = (mnemonic: string): readonly Form[] => BY_MNEMONIC.get(mnemonic) ?? []

function groupForms(): Map<string, Form[]> {
  const grouped = new Map<string, Form[]>()
  for (const row of WHITELIST) {
    const forms = grouped.get(row.mnemonic)
    if (forms === undefined) grouped.set(row.mnemonic, [row])
    else forms.push(row)
  }
  return grouped
}

/** All mnemonics, in the order of the whitelist. */
export const MNEMONICS: readonly string[] = [...BY_MNEMONIC.keys()]

const isConditional = ({ family }: Form): boolean => family === 'conditional' || family === 'branches'

/** Number of mnemonics without and with conditional instructions and branches, and number of forms. */
export const COUNTS = {
  plain: new Set(WHITELIST.filter(row => !isConditional(row)).map(({ mnemonic }) => mnemonic)).size,
  all: MNEMONICS.length,
  forms: WHITELIST.length,
} as const
