import type * as fc from 'fast-check'
import { fromChoices } from '../../../choiceSequence'
import { decodesEqually } from './bothModes'
import { codePool } from '../../codes/codePool'
import type { Bits, CodeDescription, InstructionDraft } from '../../instructions/draft'
import { drawInstruction } from '../../instructions/drawInstruction'
import type { X86Tool } from '../../iced/iced'
import {
  canHaveMemory,
  drawProgram,
  type FreedomOf,
  type InstructionMaker,
  needsMemory,
  type Program,
  type ProgramDifficulty,
  type ProgramShape,
} from '../../programs/program'
import { isExchangeWithItself } from '../../instructions/selfExchange'
import { usableCodes } from '../../codes/usableCodes'

const PACKED =
  'packsswb packuswb packssdw pcmpgtb pcmpgtw pcmpgtd pcmpeqb pcmpeqw pcmpeqd punpckhbw punpckhwd punpckhdq psrlw psrld ' +
  'psrlq psraw psrad psllw pslld psllq paddb paddw paddd paddq paddsb paddsw paddusb paddusw psubb psubw psubd psubq ' +
  'psubsb psubsw psubusb psubusw pmullw pmulhw pmulhuw pmuludq pmaddwd psadbw pminub pminsw pmaxub pmaxsw pavgb pavgw ' +
  'pand pandn por pxor pshufb phaddw phaddd phaddsw pmaddubsw phsubw phsubd phsubsw psignb psignw psignd pmulhrsw pabsb ' +
  'pabsw pabsd ptest pmuldq pcmpeqq packusdw pcmpgtq pminsb pminsd pminuw pminud pmaxsb pmaxsd pmaxuw pmaxud pmulld'

const FLOATS = ['sqrt', 'add', 'mul', 'sub', 'min', 'div', 'max']
  .flatMap(name => ['ps', 'pd', 'ss', 'sd'].map(type => name + type))
  .concat(['and', 'andn', 'or', 'xor', 'unpckl', 'unpckh'].flatMap(name => [`${name}ps`, `${name}pd`]))

const CONDITIONS = 'o no b ae e ne be a s ns p np l ge le g'.split(' ')

const GENERAL =
  'add or adc sbb and sub xor cmp rol ror rcl rcr shl shr sar bt bts btr btc mov test xchg lea inc dec not neg mul imul ' +
  'div idiv movzx movsx movsxd bsf bsr bswap cmpxchg xadd cbw cwde cdqe cwd cdq cqo nop leave lahf push pop shld shrd'

const MORE_VECTORS =
  'rsqrtps rsqrtss rcpps rcpss haddpd haddps hsubpd hsubps addsubpd addsubps ucomiss ucomisd comiss comisd movaps movapd ' +
  'movups movupd movss movdqa movdqu shufps shufpd cvtdq2ps cvtps2dq cvttps2dq cvtdq2pd cvtps2pd cvtpd2ps cvtss2sd cvtsd2ss ' +
  'cvtsi2ss cvtsi2sd cvttss2si cvttsd2si cvtss2si cvtsd2si punpcklqdq punpckhqdq pshufd pshufhw pshuflw pshufw palignr ' +
  'roundps roundpd roundss roundsd blendps blendpd pblendw'

/** Mnemonics whose every form allowed here has an encoding that follows from its text alone. */
const ENCODABLE: ReadonlySet<string> = new Set([
  ...GENERAL.split(' '),
  ...CONDITIONS.flatMap(condition => [`cmov${condition}`, `set${condition}`]),
  ...FLOATS,
  ...PACKED.split(' '),
  ...MORE_VECTORS.split(' '),
])

/** Matches operand kinds that are left out: absolute addresses, control registers, and reserved and prefixed forms of nop. */
const UNFIT_OPERAND = /^(?:mem_offs|cr_reg|dr_reg|tr_reg|seg_reg|seg_r[SD]I|es_rDI|[c-gs]s)$/

/** Returns true for forms without a separate meaning, and for vector shifts by a constant. */
function isOddForm({ mnemonic, operands, operandSize }: CodeDescription): boolean {
  switch (mnemonic) {
    case 'nop':
      return operands.length > 0
    case 'push':
      return operands[0]?.startsWith('imm') === true
    case 'bswap':
      return operandSize === 16
    case 'movzx':
    case 'movsx':
      return operands.join() === 'r16_reg,r16_or_mem'
    default:
      return /^ps[lr][la]/.test(mnemonic) && operands[1] === 'imm8'
  }
}

function isEncodable(code: CodeDescription): boolean {
  return (
    code.encoding === 'Legacy' && ENCODABLE.has(code.mnemonic) && !isOddForm(code) && !code.operands.some(kind => UNFIT_OPERAND.test(kind))
  )
}

const ON_REGISTERS: FreedomOf = (choose, bits) => ({
  memory: 'never',
  extended: bits === 64 && choose.boolean(),
  bytes: ['low', 'high'],
  ripRelative: 'never',
  decorations: false,
})
const ANYWHERE: FreedomOf = () => ({
  memory: 'sometimes',
  extended: true,
  bytes: ['low', 'high', 'uniform'],
  ripRelative: 'never',
  decorations: false,
})
const IN_MEMORY: FreedomOf = (choose, bits) => ({ ...ANYWHERE(choose, bits), memory: 'always' })

/**
 * Returns an arbitrary of programs to encode: legacy instructions without relative or absolute addresses. Each is in its
 * shortest encoding; of several, in the smallest.
 *
 * Easy programs have one instruction on registers, medium ones two to four, and hard ones six to ten. Medium and hard ones
 * use memory operands and immediates.
 */
export function encodableProgram(tool: X86Tool, difficulty: ProgramDifficulty, bits: Bits): fc.Arbitrary<Program> {
  const codes = usableCodes(tool.codes(bits), bits).filter(isEncodable)
  const onRegisters = eitherOf(
    registerMaker(tool, bits),
    registerMaker(tool, bits, code => code.operands.length === 1),
  )
  const anywhere = shortestMaker(tool, codes, ANYWHERE)
  const inMemory = shortestMaker(tool, codes.filter(canHaveMemory), IN_MEMORY)
  const shapes: Readonly<Record<ProgramDifficulty, ProgramShape>> = {
    easy: { minInstructions: 1, maxInstructions: 1, ordinary: onRegisters, specials: [onRegisters] },
    medium: { minInstructions: 2, maxInstructions: 4, ordinary: anywhere, specials: [inMemory] },
    hard: { minInstructions: 6, maxInstructions: 10, ordinary: anywhere, specials: [inMemory, inMemory] },
  }
  return fromChoices(choose => drawProgram(choose, tool, bits, shapes[difficulty]))
}

/**
 * Returns an arbitrary of programs to encode whose bytes are the same in 32-bit and 64-bit code. All use registers only,
 * because addresses differ with the mode.
 */
export function encodableProgramInBothModes(tool: X86Tool, difficulty: ProgramDifficulty): fc.Arbitrary<Program> {
  const drawn = registerMaker(tool, 32)
  const shared: InstructionMaker = (choose, location) => {
    const bytes = drawn(choose, { ...location, bits: 32 })
    if (bytes === undefined || !decodesEqually(tool, bytes, location.ip)) return undefined
    return isEqual(tool.shortestEncoding(64, bytes, location.ip), bytes) ? bytes : undefined
  }
  const [minInstructions, maxInstructions] = ({ easy: [1, 1], medium: [2, 4], hard: [6, 10] } as const)[difficulty]
  return fromChoices(choose => drawProgram(choose, tool, 32, { minInstructions, maxInstructions, ordinary: shared, specials: [shared] }))
}

function isEqual(one: Uint8Array, other: Uint8Array): boolean {
  return one.length === other.length && one.every((byte, index) => byte === other[index])
}

/**
 * Returns a maker that draws from `some` in one of three cases. So a single operand does not indicate that another is
 * missing.
 */
const eitherOf =
  (most: InstructionMaker, some: InstructionMaker): InstructionMaker =>
  (choose, location) =>
    (choose.integer(0, 2) < 2 ? most : some)(choose, location)

function registerMaker(tool: X86Tool, bits: Bits, fits: (code: CodeDescription) => boolean = () => true): InstructionMaker {
  const codes = usableCodes(tool.codes(bits), bits).filter(code => isEncodable(code) && !needsMemory(code) && fits(code))
  return shortestMaker(tool, codes, ON_REGISTERS)
}

function shortestMaker(tool: X86Tool, codes: readonly CodeDescription[], freedomOf: FreedomOf): InstructionMaker {
  const { varied, few } = codePool(codes)
  const entries = [...varied, ...few]
  return (choose, { bits, ip }) => {
    const code = choose.pick(choose.pick(entries).codes)
    const draft = drawInstruction(choose, code, { bits, ip, ...freedomOf(choose, bits) })
    if (isAbsolute(draft) || isExchangeWithItself(draft)) return undefined
    const bytes = tool.encode(bits, draft, ip)
    return bytes === undefined ? undefined : tool.shortestEncoding(bits, bytes, ip)
  }
}

/** Returns true if an address is only a number. Its encoding would depend on the register used with it. */
function isAbsolute({ operands }: InstructionDraft): boolean {
  return operands.some(operand => operand._tag === 'memory' && operand.memory.base === 'none' && operand.memory.index === 'none')
}
