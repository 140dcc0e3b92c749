import { type Encoding, shortestEncoding } from './assemble'
import { type FormTable, formTable } from './encodingForms'
import { generalEncodings } from './encodings'
import { STRING_MNEMONICS, STRING_TEXTS } from './stringEncodings'

/** Instructions of level 1, in the notation of `encodings.ts`: the instructions of level 0 on general registers, and more. */
const EFFECT_ENCODINGS: readonly string[] = [...generalEncodings(), ...branches(), ...stack(), ...bitManipulation(), ...others()]

/** Encoding forms that the level-1 assembler knows, by mnemonic. String instructions have a separate table. */
export const EFFECT_FORMS: FormTable = formTable(EFFECT_ENCODINGS)

/** Mnemonics of level 1, without prefixes. No other instruction is ever run. */
export const KNOWN_MNEMONICS: ReadonlySet<string> = new Set([...EFFECT_FORMS.keys(), ...STRING_MNEMONICS])

/**
 * Returns the shortest encoding of an instruction of level 1 at an address of 64-bit code; undefined if the text is not such an
 * instruction.
 */
export function effectEncoding(text: string, ip: number): Encoding | undefined {
  return STRING_TEXTS.get(text) ?? shortestEncoding(text, 64, EFFECT_FORMS, ip)
}

function branches(): readonly string[] {
  const conditions = 'o no b ae e ne be a s ns p np l ge le g'.split(' ')
  return [
    ...conditions.flatMap((condition, index) => [
      `${(0x70 + index).toString(16)} | j${condition} rel8`,
      `0f ${(0x80 + index).toString(16)} | j${condition} rel32`,
    ]),
    'eb | jmp rel8',
    'e9 | jmp rel32',
    'only64 ff /4 | jmp r/m64',
    'e8 | call rel32',
    'only64 ff /2 | call r/m64',
    'e0 | loopne rel8',
    'e1 | loope rel8',
    'e2 | loop rel8',
    'only64 e3 | jrcxz rel8',
    'only64 67 e3 | jecxz rel8',
  ]
}

function stack(): readonly string[] {
  return ['only64 6a ib | push imm8q', 'only64 68 iz | push imm32q', 'c8 iw ib | enter imm16, imm8']
}

/** Returns the lines of CRC32, BMI1 and BMI2. */
function bitManipulation(): readonly string[] {
  return [
    'f2 0f 38 f0 /r | crc32 r32, r/m8',
    '66 f2 0f 38 f1 /r | crc32 r32, r/m16',
    'f2 0f 38 f1 /r | crc32 r32, r/m32',
    'only64 f2 REX.W 0f 38 f0 /r | crc32 r64, r/m8',
    'only64 f2 REX.W 0f 38 f1 /r | crc32 r64, r/m64',
    'VEX.NP.0F38 f2 /r | andn ry, vy, r/my',
    'VEX.NP.0F38 f3 /1 | blsr vy, r/my',
    'VEX.NP.0F38 f3 /2 | blsmsk vy, r/my',
    'VEX.NP.0F38 f3 /3 | blsi vy, r/my',
    'VEX.NP.0F38 f5 /r | bzhi ry, r/my, vy',
    'VEX.NP.0F38 f7 /r | bextr ry, r/my, vy',
    'VEX.F2.0F38 f5 /r | pdep ry, vy, r/my',
    'VEX.F3.0F38 f5 /r | pext ry, vy, r/my',
    'VEX.F2.0F38 f6 /r | mulx ry, vy, r/my',
    'VEX.66.0F38 f7 /r | shlx ry, r/my, vy',
    'VEX.F3.0F38 f7 /r | sarx ry, r/my, vy',
    'VEX.F2.0F38 f7 /r | shrx ry, r/my, vy',
    'VEX.F2.0F3A f0 /r ib | rorx ry, r/my, imm8',
  ]
}

function others(): readonly string[] {
  return [
    'd7 | xlatb',
    '0f c3 /r | movnti my, ry',
    '0f c7 /1 | cmpxchg8b m64',
    'only64 REX.W 0f c7 /1 | cmpxchg16b m128',
    '0f 1f /0 | nop r/mv',
    '0f ae /7 | clflush m8',
    '0f 0d /0 | prefetch m8',
    '0f 18 /0 | prefetchnta m8',
    '0f 18 /1 | prefetcht0 m8',
    '0f 18 /2 | prefetcht1 m8',
    '0f 18 /3 | prefetcht2 m8',
    '0f 0d /1 | prefetchw m8',
    '0f 0b | ud2',
    'f3 90 | pause',
    '0f ae e8 | lfence',
    '0f ae f0 | mfence',
    '0f ae f8 | sfence',
    'f3 0f 1e fa | endbr64',
    'f3 0f 1e fb | endbr32',
  ]
}
