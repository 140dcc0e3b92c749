import type { Difficulty } from '../../../src/model/vocabulary'

/** Mnemonics that take the same operands. `W` represents each of the widths, `cc` each condition. */
export type Row = readonly [difficulty: Difficulty, mnemonics: string, notations: string, widths: string]

const ALL = '8 16 32 64'
const WIDE = '16 32 64'
const WIDEST = '32 64'
const NONE = ''

/**
 * Source of the whitelist. Notations are parsed by `parseOperandKind`; `|` separates forms.
 *
 * - `easy`: register operands, and all written flags are defined
 * - `hard`: repeats, branches, multiplies or divides
 * - `medium`: everything else
 */
export const ROWS: readonly Row[] = [
  ['easy', 'add adc sub sbb cmp', 'r/mW, rW | rW, mW | r/mW, immW', ALL],
  ['easy', 'neg inc dec not', 'r/mW', ALL],
  ['medium', 'and or xor', 'r/mW, rW | rW, mW | r/mW, immW', ALL],
  ['medium', 'test', 'r/mW, rW | r/mW, immW', ALL],
  ['easy', 'adcx adox', 'rW, r/mW', WIDEST],

  ['easy', 'mov', 'r/mW, rW | rW, mW', ALL],
  ['easy', 'mov', 'r/mW, immW', '8 16 32'],
  ['easy', 'mov', 'r64, imm64 | m64, simm32', NONE],
  ['easy', 'movzx movsx', 'r16, r/m8 | r32, r/m8 | r64, r/m8 | r32, r/m16 | r64, r/m16', NONE],
  ['easy', 'movsxd', 'r64, r/m32', NONE],
  ['easy', 'lea', 'rW, m', WIDE],
  ['easy', 'bswap', 'rW', WIDEST],
  ['medium', 'movbe', 'rW, mW | mW, rW', WIDE],
  ['medium', 'movnti', 'mW, rW', WIDEST],
  ['easy', 'xchg', 'r/mW, rW', ALL],
  ['medium', 'xadd cmpxchg', 'r/mW, rW', ALL],
  ['hard', 'cmpxchg8b', 'm64', NONE],
  ['hard', 'cmpxchg16b', 'm128', NONE],

  ['medium', 'cmovcc', 'rW, r/mW', WIDE],
  ['medium', 'setcc', 'r/m8', NONE],

  ['medium', 'push', 'r/m16 | r/m64 | simm32', NONE],
  ['medium', 'pop', 'r/m16 | r/m64', NONE],
  ['medium', 'leave', '', NONE],
  ['medium', 'enter', 'imm16, 0', NONE],

  ['hard', 'mul div idiv', 'r/mW', ALL],
  ['hard', 'imul', 'r/mW', ALL],
  ['hard', 'imul', 'rW, r/mW | rW, r/mW, immW', WIDE],
  ['hard', 'mulx', 'rW, rW, r/mW', WIDEST],

  ['medium', 'shl shr sar rol ror rcl rcr', 'r/mW, imm8 | r/mW, cl', ALL],
  ['medium', 'shld shrd', 'r/mW, rW, imm8 | r/mW, rW, cl', WIDE],
  ['easy', 'rorx', 'rW, r/mW, imm8', WIDEST],
  ['easy', 'sarx shlx shrx', 'rW, r/mW, rW', WIDEST],

  ['medium', 'bt bts btr btc', 'rW, rW | r/mW, imm8', WIDE],
  ['medium', 'bsf bsr tzcnt lzcnt', 'rW, r/mW', WIDE],
  ['easy', 'popcnt', 'rW, r/mW', WIDE],
  ['medium', 'andn', 'rW, rW, r/mW', WIDEST],
  ['medium', 'bextr bzhi', 'rW, r/mW, rW', WIDEST],
  ['medium', 'blsi blsmsk blsr', 'rW, r/mW', WIDEST],
  ['medium', 'pdep pext', 'rW, rW, r/mW', WIDEST],

  ['easy', 'cbw cwde cdqe cwd cdq cqo', '', NONE],
  ['easy', 'clc stc cmc cld std lahf sahf', '', NONE],

  ['medium', 'movsb', '[rdi]8, [rsi]8', NONE],
  ['medium', 'movsw', '[rdi]16, [rsi]16', NONE],
  ['medium', 'movsd', '[rdi]32, [rsi]32', NONE],
  ['medium', 'movsq', '[rdi]64, [rsi]64', NONE],
  ['medium', 'cmpsb', '[rsi]8, [rdi]8', NONE],
  ['medium', 'cmpsw', '[rsi]16, [rdi]16', NONE],
  ['medium', 'cmpsd', '[rsi]32, [rdi]32', NONE],
  ['medium', 'cmpsq', '[rsi]64, [rdi]64', NONE],
  ['medium', 'lodsb', '[rsi]8', NONE],
  ['medium', 'lodsw', '[rsi]16', NONE],
  ['medium', 'lodsd', '[rsi]32', NONE],
  ['medium', 'lodsq', '[rsi]64', NONE],
  ['medium', 'stosb scasb', '[rdi]8', NONE],
  ['medium', 'stosw scasw', '[rdi]16', NONE],
  ['medium', 'stosd scasd', '[rdi]32', NONE],
  ['medium', 'stosq scasq', '[rdi]64', NONE],

  ['medium', 'xlatb', '', NONE],
  ['medium', 'crc32', 'r32, r/m8 | r32, r/m16 | r32, r/m32 | r64, r/m8 | r64, r/m64', NONE],

  ['easy', 'nop', '', NONE],
  ['easy', 'nop', 'r/mW', WIDE],
  ['easy', 'pause lfence sfence mfence endbr32 endbr64', '', NONE],
  ['medium', 'prefetch prefetchnta prefetcht0 prefetcht1 prefetcht2 prefetchw clflush', 'm8', NONE],
  ['hard', 'ud2', '', NONE],

  ['hard', 'jcc loop loope loopne jrcxz jecxz', 'target', NONE],
  ['hard', 'jmp call', 'target | r/m64', NONE],
  ['hard', 'ret', ' | imm16', NONE],
]
