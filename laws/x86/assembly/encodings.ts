import { VECTOR_ENCODINGS } from './vectorEncodings'

/**
 * Instructions that the assembler knows, one line `opcode | instruction` each. The notation is taken from the instruction pages of the
 * Intel SDM, volume 2, with these shorthands for lines that differ in operand size only:
 *
 * - `v` for 16, 32 and 64 bits, `y` for 32 and 64 bits, `s` for 16 bits and the width of the mode;
 * - `accv` for ax, eax, rax; `1` and `cl` for themselves; `m` for memory without a size;
 * - `imm8s` for a sign-extended byte (`ib`), `immz` for 16 or 32 bits, the latter sign-extended to 64 (`iz`), `immv` for an
 *   immediate of the operand size (`iv`);
 * - `only32` and `only64` before the opcode for an instruction that exists in one mode only.
 *
 * Other tables may use more of this notation:
 *
 * - `VEX.NP.0F38` before the opcode (or `66`, `F3`, `F2`; or `0F3A`), for 64-bit code; `vy` for the register that VEX names;
 * - `imm8q` and `imm32q` for immediates that are sign-extended to 64 bits, regardless of the operand size;
 * - `rel8` and `rel32` for the distance from the end of the instruction to the address in the text.
 *
 * Forms that duplicate another line are left out (`82`, `f6 /1`, `c0 /6`). So are instructions that the two decoders print without
 * distinguishing operand sizes (`push` of an immediate).
 */
export const ENCODINGS: readonly string[] = [...generalEncodings(), ...VECTOR_ENCODINGS]

/** Returns the lines of instructions on general registers alone. */
export function generalEncodings(): readonly string[] {
  return [...arithmetic(), ...shifts(), ...bitTests(), ...conditional(), ...general()]
}

/** Mnemonics that allow LOCK if their first operand is in memory. */
export const LOCKABLE: ReadonlySet<string> = new Set(
  'adc add and btc btr bts cmpxchg cmpxchg8b cmpxchg16b dec inc neg not or sbb sub xadd xor'.split(' '),
)

function hex(byte: number): string {
  return byte.toString(16).padStart(2, '0')
}

function arithmetic(): readonly string[] {
  return ['add', 'or', 'adc', 'sbb', 'and', 'sub', 'xor', 'cmp'].flatMap((name, digit) => [
    `${hex(digit * 8)} /r | ${name} r/m8, r8`,
    `${hex(digit * 8 + 1)} /r | ${name} r/mv, rv`,
    `${hex(digit * 8 + 2)} /r | ${name} r8, r/m8`,
    `${hex(digit * 8 + 3)} /r | ${name} rv, r/mv`,
    `${hex(digit * 8 + 4)} ib | ${name} al, imm8`,
    `${hex(digit * 8 + 5)} iz | ${name} accv, immz`,
    `80 /${digit} ib | ${name} r/m8, imm8`,
    `81 /${digit} iz | ${name} r/mv, immz`,
    `83 /${digit} ib | ${name} r/mv, imm8s`,
  ])
}

function shifts(): readonly string[] {
  const digits = { rol: 0, ror: 1, rcl: 2, rcr: 3, shl: 4, shr: 5, sar: 7 }
  const single = Object.entries(digits).flatMap(([name, digit]) => [
    `c0 /${digit} ib | ${name} r/m8, imm8`,
    `c1 /${digit} ib | ${name} r/mv, imm8`,
    `d0 /${digit} | ${name} r/m8, 1`,
    `d1 /${digit} | ${name} r/mv, 1`,
    `d2 /${digit} | ${name} r/m8, cl`,
    `d3 /${digit} | ${name} r/mv, cl`,
  ])
  return [
    ...single,
    '0f a4 /r ib | shld r/mv, rv, imm8',
    '0f a5 /r | shld r/mv, rv, cl',
    '0f ac /r ib | shrd r/mv, rv, imm8',
    '0f ad /r | shrd r/mv, rv, cl',
  ]
}

function bitTests(): readonly string[] {
  return ['bt', 'bts', 'btr', 'btc'].flatMap((name, index) => [
    `0f ${hex(0xa3 + index * 8)} /r | ${name} r/mv, rv`,
    `0f ba /${index + 4} ib | ${name} r/mv, imm8`,
  ])
}

function conditional(): readonly string[] {
  return 'o no b ae e ne be a s ns p np l ge le g'
    .split(' ')
    .flatMap((condition, index) => [
      `0f ${hex(0x40 + index)} /r | cmov${condition} rv, r/mv`,
      `0f ${hex(0x90 + index)} /0 | set${condition} r/m8`,
    ])
}

function general(): readonly string[] {
  return [
    '88 /r | mov r/m8, r8',
    '89 /r | mov r/mv, rv',
    '8a /r | mov r8, r/m8',
    '8b /r | mov rv, r/mv',
    'b0+r ib | mov r8, imm8',
    'b8+r iv | mov rv, immv',
    'c6 /0 ib | mov r/m8, imm8',
    'c7 /0 iz | mov r/mv, immz',
    '84 /r | test r/m8, r8',
    '85 /r | test r/mv, rv',
    'a8 ib | test al, imm8',
    'a9 iz | test accv, immz',
    'f6 /0 ib | test r/m8, imm8',
    'f7 /0 iz | test r/mv, immz',
    '86 /r | xchg r/m8, r8',
    '87 /r | xchg r/mv, rv',
    '90+r | xchg rv, accv',
    '8d /r | lea rv, m',
    '50+r | push rs',
    'ff /6 | push r/ms',
    '58+r | pop rs',
    '8f /0 | pop r/ms',
    'only32 40+r | inc rv',
    'fe /0 | inc r/m8',
    'ff /0 | inc r/mv',
    'only32 48+r | dec rv',
    'fe /1 | dec r/m8',
    'ff /1 | dec r/mv',
    'f6 /2 | not r/m8',
    'f7 /2 | not r/mv',
    'f6 /3 | neg r/m8',
    'f7 /3 | neg r/mv',
    'f6 /4 | mul r/m8',
    'f7 /4 | mul r/mv',
    'f6 /5 | imul r/m8',
    'f7 /5 | imul r/mv',
    '0f af /r | imul rv, r/mv',
    '6b /r ib | imul rv, r/mv, imm8s',
    '69 /r iz | imul rv, r/mv, immz',
    'f6 /6 | div r/m8',
    'f7 /6 | div r/mv',
    'f6 /7 | idiv r/m8',
    'f7 /7 | idiv r/mv',
    '0f b6 /r | movzx rv, r/m8',
    '0f b7 /r | movzx ry, r/m16',
    '0f be /r | movsx rv, r/m8',
    '0f bf /r | movsx ry, r/m16',
    'only64 REX.W 63 /r | movsxd r64, r/m32',
    '0f 38 f0 /r | movbe rv, mv',
    '0f 38 f1 /r | movbe mv, rv',
    '0f bc /r | bsf rv, r/mv',
    '0f bd /r | bsr rv, r/mv',
    'f3 0f b8 /r | popcnt rv, r/mv',
    'f3 0f bc /r | tzcnt rv, r/mv',
    'f3 0f bd /r | lzcnt rv, r/mv',
    '66 0f 38 f6 /r | adcx ry, r/my',
    'f3 0f 38 f6 /r | adox ry, r/my',
    '0f c8+r | bswap ry',
    '0f b0 /r | cmpxchg r/m8, r8',
    '0f b1 /r | cmpxchg r/mv, rv',
    '0f c0 /r | xadd r/m8, r8',
    '0f c1 /r | xadd r/mv, rv',
    '66 98 | cbw',
    '98 | cwde',
    'only64 REX.W 98 | cdqe',
    '66 99 | cwd',
    '99 | cdq',
    'only64 REX.W 99 | cqo',
    '90 | nop',
    'c3 | ret',
    'c2 iw | ret imm16',
    'c9 | leave',
    'f8 | clc',
    'f9 | stc',
    'f5 | cmc',
    'fc | cld',
    'fd | std',
    '9f | lahf',
    '9e | sahf',
  ]
}
