import { FLAG_BITS } from '../../processor/processor'
import { STRING_MNEMONICS } from '../../assembly/stringEncodings'
import { FLAGS_READ_BY_CONDITION } from './flagsOfCondition'
import { statementOf } from './statement'

const { CF, PF, AF, ZF, SF, DF, OF } = FLAG_BITS

const READERS: Readonly<Record<string, number>> = {
  ...Object.fromEntries(['adc', 'sbb', 'rcl', 'rcr', 'adcx', 'cmc'].map(mnemonic => [mnemonic, CF])),
  ...Object.fromEntries(STRING_MNEMONICS.map(mnemonic => [mnemonic, DF])),
  adox: OF,
  lahf: CF | PF | AF | ZF | SF,
  loope: ZF,
  loopne: ZF,
}

/** Returns the flags that an instruction reads, as bits of EFLAGS. */
export function flagsRead(text: string): number {
  const { mnemonic } = statementOf(text)
  const condition = /^(?:j|set|cmov)(.+)$/.exec(mnemonic)?.[1]
  return READERS[mnemonic] ?? FLAGS_READ_BY_CONDITION[condition ?? ''] ?? 0
}
