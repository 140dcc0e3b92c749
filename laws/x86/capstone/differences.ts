import type { RawReading } from './rawReading'

/** Known class of capstone's readings that are incomplete, or that other decoders contradict. */
interface Difference {
  /** First words of the texts that capstone prints, joined by spaces. */
  readonly words: string
  /** Further condition on the reading or its bytes. */
  readonly when?: (reading: RawReading, bytes: Uint8Array) => boolean
  readonly reason: string
}

const DIFFERENCES: readonly Difference[] = [
  {
    words: 'bndmk bndcl bndcu bndcn bndmov bndldx bndstx',
    reason: 'MPX: withdrawn by Intel, and read as nop by others',
  },
  {
    words: 'bnd notrack xacquire xrelease',
    reason: 'hint prefixes are printed before instructions that do not take them',
  },
  {
    words: 'nop',
    when: ({ operands }, bytes) => operands === '' && hasSizePrefix(bytes),
    reason: '66 90 and 48 90 are the xchg of a register with itself, or nop',
  },
  {
    words: 'nop',
    when: ({ operands }, bytes) => operands !== '' && isReservedNop(bytes),
    reason: 'reserved nops have two operands, of which one is printed, and newer instructions among them are not known',
  },
  { words: 'ud0 ud1', reason: 'others read operands after the opcode' },
  { words: 'ljmp lcall', reason: 'far pointers are printed without their size' },
  {
    words: 'loop loope loopne monitor monitorx vmrun vmload vmsave invlpga clzero',
    when: (_reading, bytes) => hasPrefix(bytes, 0x67),
    reason: 'the address size decides which register is used, and is not printed',
  },
  {
    words: 'push pop ret retf leave enter',
    when: ({ operands }, bytes) => hasPrefix(bytes, 0x66) && !SHOWS_16_BITS.test(operands),
    reason: 'the operand size decides how far the stack moves, and is not printed',
  },
  {
    words:
      'vgatherdps vgatherdpd vgatherqps vgatherqpd vpgatherdd vpgatherdq vpgatherqd vpgatherqq ' +
      'vscatterdps vscatterdpd vscatterqps vscatterqpd vpscatterdd vpscatterdq vpscatterqd vpscatterqq',
    reason: 'the size of the memory operand is that of the vector for some, that of an element for others',
  },
  {
    words: 'montmul xsha1 xsha256 xstore xcryptecb xcryptcbc xcryptctr xcryptcfb xcryptofb',
    reason: 'the mandatory rep is printed by some, left out by others',
  },
  { words: 'feni8087_nop fdisi8087_nop', reason: 'names for instructions of the 8087 differ' },
]

const BY_WORD = byWord()

/** Returns the reason why capstone's reading is unreliable; undefined if it is reliable. */
export function differenceOf(reading: RawReading, bytes: Uint8Array): string | undefined {
  if (isVectorBehindPrefix(reading, bytes)) return 'others refuse vector instructions behind a prefix of operand size, repetition or lock'
  const space = reading.mnemonic.indexOf(' ')
  const known = BY_WORD.get(space < 0 ? reading.mnemonic : reading.mnemonic.slice(0, space))
  return known?.find(({ when }) => when === undefined || when(reading, bytes))?.reason
}

function byWord(): ReadonlyMap<string, readonly Difference[]> {
  const map = new Map<string, Difference[]>()
  for (const difference of DIFFERENCES) {
    for (const word of difference.words.split(' ')) map.set(word, [...(map.get(word) ?? []), difference])
  }
  return map
}

/** Returns true for a vector instruction with a legacy prefix that raises #UD (Intel SDM, volume 2, section 2.3). */
function isVectorBehindPrefix({ mnemonic }: RawReading, bytes: Uint8Array): boolean {
  const at = bytes.findIndex(byte => byte === 0xc4 || byte === 0xc5 || byte === 0x62)
  const isOld = /^(?:l[ed]s|bound)$/.test(mnemonic)
  const before = bytes.subarray(0, Math.max(0, at))
  return !isOld && before.every(byte => PREFIXES.has(byte)) && before.some(byte => byte === 0x66 || byte >= 0xf0)
}

/** Pattern of a 16-bit general register, or a memory operand of that size. */
const SHOWS_16_BITS = /^(?:[a-d]x|[sd]i|[sb]p|r\d+w|word ptr .*)$/

const PREFIXES: ReadonlySet<number> = new Set([0x26, 0x2e, 0x36, 0x3e, 0x64, 0x65, 0x66, 0x67, 0xf0, 0xf2, 0xf3])

function hasPrefix(bytes: Uint8Array, prefix: number): boolean {
  for (const byte of bytes) {
    if (byte === prefix) return true
    if (!PREFIXES.has(byte)) return false
  }
  return false
}

/** Returns true if a size prefix (66 or REX) comes before the opcode 90. */
function hasSizePrefix(bytes: Uint8Array): boolean {
  return bytes.some(byte => byte === 0x66 || (byte & 0xf0) === 0x40)
}

/** Returns true for a reserved nop. Of 0f 0d and 0f 18 to 0f 1f, only 0f 1f /0 is a nop with one operand. */
function isReservedNop(bytes: Uint8Array): boolean {
  const at = bytes.indexOf(0x0f)
  const extension = ((bytes[at + 2] ?? 0) >> 3) & 7
  return bytes[at + 1] !== 0x1f || extension !== 0
}
