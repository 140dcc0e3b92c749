import type { Difficulty } from '../../../src/model/vocabulary'
import { type Family, known } from './families/families'
import { CONDITIONS } from './families/conditions'
import type { Prefix } from './instruction'
import { type OperandKind, operandKind } from './operandKinds'
import { ROWS, type Row } from './whitelistRows'

/** Operands that a mnemonic takes. An instruction is of one form at most. */
export interface Form {
  readonly mnemonic: string
  readonly family: Family
  /** Without memory and prefixes, where the form allows that: memory makes it `medium` at least, `rep` makes it `hard`. */
  readonly difficulty: Difficulty
  /** In the notation of the whitelist, such as `r/m8, imm8`. */
  readonly notation: string
  readonly operands: readonly OperandKind[]
  readonly memory: 'never' | 'possible' | 'always'
  /** That it may have; `lock` beside a memory operand in the first place only. */
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

function form(mnemonic: string, notation: string, difficulty: Difficulty): Form {
  const operands = notation === '' ? [] : notation.split(', ').map(operandKind)
  const memory = memoryOf(operands)
  return {
    mnemonic,
    family: known(mnemonic).family,
    difficulty: memory === 'always' && difficulty === 'easy' ? 'medium' : difficulty,
    notation,
    operands,
    memory,
    prefixes: prefixesOf(mnemonic, operands),
  }
}

/** An immediate has the size of the operation; 64 bits are encoded in 32. */
const withWidth = (notation: string, width: string): string =>
  notation.replaceAll('immW', width === '64' ? 'simm32' : `imm${width}`).replaceAll('W', width)

function formsOf([difficulty, names, notations, widths]: Row): readonly Form[] {
  const mnemonics = names
    .split(' ')
    .flatMap(name => (name.endsWith('cc') ? CONDITIONS.map(condition => name.replace('cc', condition.name)) : [name]))
  const written = notations.split(' | ').flatMap(notation => widths.split(' ').map(width => withWidth(notation, width)))
  return mnemonics.flatMap(mnemonic => written.map(notation => form(mnemonic, notation, difficulty)))
}

/** Every form of an instruction that the interpreter knows. */
export const WHITELIST: readonly Form[] = ROWS.flatMap(formsOf)

const BY_MNEMONIC: ReadonlyMap<string, readonly Form[]> = byMnemonic()

/** The forms of a mnemonic; none where it is not in the whitelist. */
export const formsOfMnemonic = (mnemonic: string): readonly Form[] => BY_MNEMONIC.get(mnemonic) ?? []

function byMnemonic(): Map<string, Form[]> {
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

const onCondition = ({ family }: Form): boolean => family === 'conditional' || family === 'branches'

/** How many mnemonics there are, without and with those on conditions and the branches; and how many forms. */
export const COUNTS = {
  plain: new Set(WHITELIST.filter(row => !onCondition(row)).map(({ mnemonic }) => mnemonic)).size,
  all: MNEMONICS.length,
  forms: WHITELIST.length,
} as const
