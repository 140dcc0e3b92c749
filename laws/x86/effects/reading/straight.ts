import type { EffectsInput } from '../effectsInput'
import type { EffectsProgram } from '../runs/outcome'
import { FLAGS_READ_BY_CONDITION } from '../values/branchReason'
import { undefinedFlagsOf } from './undefinedFlags'
import { FLAG_BITS } from '../../processor/processor'

/** A branch whose text tells where it leads to. */
const RELATIVE = /^(?:j\w+|loop\w*|call) (0x[0-9a-f]+)$/
const BRANCH = /^(?:j\w+|loop\w*|call|ret)\b/

/** Whether code goes from each instruction on to the next, and leaves only at its end, to somewhere else. */
export function isStraight({ parts, ip, bytes }: EffectsProgram): boolean {
  const leads = (text: string): boolean => {
    const target = BigInt(RELATIVE.exec(text)?.[1] ?? ip)
    return target < BigInt(ip) || target >= BigInt(ip + bytes.length)
  }
  return parts.every(({ text }, index) => !BRANCH.test(text) || (index === parts.length - 1 && leads(text)))
}

/** Whether it can make a difference what undefined flags are: they are asked for, told, or looked at. */
export const undefinedMatters = (input: EffectsInput, program: EffectsProgram): boolean =>
  asksFlags(input) || input.flag !== undefined || looksAtUndefined(program)

const asksFlags = ({ ask }: EffectsInput): boolean => typeof ask === 'object' && ask.flags.length > 0

/** Whether an instruction looks at a flag that one before it may leave undefined. */
function looksAtUndefined({ parts }: EffectsProgram): boolean {
  let undefinedSoFar = 0
  return parts.some(({ text }) => {
    const looks = (flagsRead(text) & undefinedSoFar) !== 0
    undefinedSoFar |= mayLeave(text)
    return looks
  })
}

/** The flags that an instruction may leave undefined: whatever the count in cl. */
const mayLeave = (text: string): number => undefinedFlagsOf(text, ANY) | (/ cl$/.test(text) ? ALL : 0)

/** A state in which no count is nothing. */
const ANY = { registers: BigUint64Array.from({ length: 16 }, () => 3n), flags: 0 }
const { CF, PF, AF, ZF, SF, OF } = FLAG_BITS
const ALL = CF | PF | AF | ZF | SF | OF

const READERS: Readonly<Record<string, number>> = {
  ...Object.fromEntries(['adc', 'sbb', 'rcl', 'rcr', 'adcx', 'cmc'].map(mnemonic => [mnemonic, CF])),
  adox: OF,
  lahf: CF | PF | AF | ZF | SF,
  loope: ZF,
  loopne: ZF,
}

/** The flags that an instruction looks at, as bits of EFLAGS. */
export function flagsRead(text: string): number {
  const mnemonic = text.split(' ').find(word => word !== 'lock') ?? ''
  const condition = /^(?:j|set|cmov)(.+)$/.exec(mnemonic)?.[1]
  return READERS[mnemonic] ?? FLAGS_READ_BY_CONDITION[condition ?? ''] ?? 0
}
