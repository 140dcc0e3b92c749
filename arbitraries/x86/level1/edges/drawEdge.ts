import type { Choose } from '../../../choiceSequence'
import type { Operand } from '../../interpreter/instruction'
import type { Taste } from '../programs/operands'
import { REGISTERS_ONLY, type Special } from '../programs/topicPrograms'
import { DATA, type Sketch } from '../programs/sketch'
import { drawInstruction, poolOf, step } from '../programs/step'
import { lowPart, RAX, RCX, RDX, RSP } from '../../interpreter/registers'
import type { EffectEdge } from './showsEdge'

const POOLS = {
  shifts: poolOf(({ mnemonic }) => /^(?:shl|shr|sar|rol|ror|rcl|rcr|shld|shrd)$/.test(mnemonic)),
  moves: poolOf(({ mnemonic, notation }) => /^(?:mov|xchg)$/.test(mnemonic) && /^r\/m(\d+), r\1$/.test(notation)),
  narrow: poolOf(
    ({ mnemonic, notation, memory, family }) =>
      notation.includes('r/m8') && memory !== 'always' && family !== 'divide' && !mnemonic.startsWith('set'),
  ),
  signed: poolOf(({ mnemonic, memory }) => memory !== 'always' && /^(?:add|sub|cmp|neg|inc|dec|adc|sbb)$/.test(mnemonic)),
  stack: poolOf(({ mnemonic, notation }) => /^(?:push|pop)$/.test(mnemonic) && notation === 'r/m64'),
  strings: poolOf(({ prefixes }) => prefixes.length > 0 && prefixes[0] !== 'lock'),
  counters: poolOf(({ mnemonic }) => /^(?:loop|loope|loopne|jrcxz|jecxz)$/.test(mnemonic)),
  divisions: poolOf(({ family }) => family === 'divide'),
  accesses: poolOf(
    ({ mnemonic, memory, operands }) =>
      memory !== 'never' &&
      /^(?:mov|add|sub|xor|cmp|movzx|movsx|inc|not|xchg)$/.test(mnemonic) &&
      operands.some(({ _tag }) => _tag === 'RegisterOrMemory'),
  ),
}

const counted = (count: (choose: Choose, width: number) => number): Special => {
  const taste: Taste = { memory: false, count }
  return (choose, sketch) => step(choose, sketch, { pool: POOLS.shifts, taste })
}

/** How the instruction that shows an edge is drawn; those of faults may fault. */
export const DRAW_EDGE: Readonly<Record<EffectEdge, Special>> = {
  zeroCount: counted((choose, width) => (width === 64 ? 64 : 32) * choose.integer(0, 3)),
  maskedCount: counted((choose, width) => (width === 64 ? 64 : 32) * choose.integer(1, 3) + choose.integer(1, Math.min(width, 32) - 1)),
  signExtreme: (choose, sketch) => step(choose, sketch, { pool: POOLS.signed, taste: { memory: false, extreme: true } }),
  selfMove: (choose, sketch) => {
    const drawn = drawInstruction(choose, sketch, { pool: POOLS.moves, taste: REGISTERS_ONLY })
    const [first] = drawn?.operands ?? []
    return drawn !== undefined && first !== undefined && sketch.add({ ...drawn, operands: [first, first] })
  },
  highByteRegister: (choose, sketch) => step(choose, sketch, { pool: POOLS.narrow, taste: { memory: false, high: true } }),
  stackAlias: (choose, sketch) => drawStackAlias(choose, sketch),
  repeatZero: (choose, sketch) =>
    sketch.settle(RCX, 0n) &&
    step(choose, sketch, { pool: POOLS.strings, taste: { memory: true }, prefixed: true, accepts: () => sketch.value(RCX) === 0n }),
  counterBorder: (choose, sketch) => drawCounterBorder(choose, sketch),
  divisionBorder: (choose, sketch) => drawDivisionBorder(choose, sketch),
  pageBorder: (choose, sketch) => drawPageBorder(choose, sketch),
}

function drawStackAlias(choose: Choose, sketch: Sketch): boolean {
  const mnemonic = choose.pick(['push', 'pop'])
  if (!sketch.isPointer(RSP) && !sketch.settle(RSP, BigInt(sketch.area + 64 + 8 * choose.integer(0, 7)))) return false
  const operand: Operand = choose.boolean()
    ? { _tag: 'Register', register: lowPart(RSP, 64) }
    : { _tag: 'Memory', width: 64, address: { base: RSP, index: undefined, scale: 1, displacement: BigInt(choose.integer(-2, 2) * 8) } }
  return sketch.add({ prefix: undefined, mnemonic, operands: [operand] })
}

function drawCounterBorder(choose: Choose, sketch: Sketch): boolean {
  const branch = drawInstruction(choose, sketch, { pool: POOLS.counters, taste: REGISTERS_ONLY })
  if (branch === undefined) return false
  if (!sketch.settle(RCX, branch.mnemonic.startsWith('loop') && choose.boolean() ? 1n : 0n)) return false
  return sketch.add(branch)
}

/** A dividend whose quotient is the last that has room, or the first that has none. */
function drawDivisionBorder(choose: Choose, sketch: Sketch): boolean {
  const drawn = drawInstruction(choose, sketch, { pool: POOLS.divisions, taste: REGISTERS_ONLY })
  const divisor = drawn?.operands[0]
  if (drawn === undefined || divisor?._tag !== 'Register') return false
  const { number, width, high } = divisor.register
  if (number === RAX || number === RDX || high) return false
  const by = choose.bits(choose.integer(2, width - 1)) + 1n
  const isSigned = drawn.mnemonic === 'idiv'
  const beyond = choose.boolean() ? 1n : 0n
  const isNegative = isSigned && choose.boolean()
  const size = isSigned ? (1n << BigInt(width - 1)) - (isNegative ? 0n : 1n) + beyond : (1n << BigInt(width)) - 1n + beyond
  const rest = choose.bits(64) % by
  const dividend = BigInt.asUintN(2 * width, isNegative ? -(size * by + rest) : size * by + rest)
  const [low, upper] = width === 8 ? [dividend, undefined] : [BigInt.asUintN(width, dividend), dividend >> BigInt(width)]
  if (!sketch.settle(number, by) || !sketch.settle(RAX, low) || (upper !== undefined && !sketch.settle(RDX, upper))) return false
  return beyond === 1n ? sketch.addFault(drawn) : sketch.add(drawn)
}

/** An operand whose last byte is the last of the page, or one of those behind it. */
function drawPageBorder(choose: Choose, sketch: Sketch): boolean {
  const drawn = drawInstruction(choose, sketch, { pool: POOLS.accesses, taste: { memory: true } })
  const memory = drawn?.operands.find(operand => operand._tag === 'Memory')
  if (drawn === undefined || memory?._tag !== 'Memory' || memory.width === undefined) return false
  const bytes = memory.width / 8
  const beyond = choose.boolean() ? 0 : choose.integer(0, bytes - 1)
  const place = BigInt(DATA.end - bytes + beyond) - memory.address.displacement
  const index = memory.address.index
  const from = index === undefined ? place : place - sketch.value(index) * BigInt(memory.address.scale)
  if (index === memory.address.base || !sketch.settle(memory.address.base, from)) return false
  return beyond > 0 ? sketch.addFault(drawn) : sketch.add(drawn)
}
