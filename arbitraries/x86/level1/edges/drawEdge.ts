import type { Choose } from '../../../choiceSequence'
import type { Operand } from '../../interpreter/instruction'
import type { OperandStyle } from '../programs/operands'
import { REGISTERS_ONLY, type Special } from '../programs/topicPrograms'
import { DATA, type ProgramBuilder } from '../programs/programBuilder'
import { drawInstruction, createPool, addInstruction } from '../programs/step'
import { lowPart, RAX, RCX, RDX, RSP } from '../../interpreter/registers'
import type { EffectEdge } from './showsEdge'

const POOLS = {
  shifts: createPool(({ mnemonic }) => /^(?:shl|shr|sar|rol|ror|rcl|rcr|shld|shrd)$/.test(mnemonic)),
  moves: createPool(({ mnemonic, notation }) => /^(?:mov|xchg)$/.test(mnemonic) && /^r\/m(\d+), r\1$/.test(notation)),
  narrow: createPool(
    ({ mnemonic, notation, memory, family }) =>
      notation.includes('r/m8') && memory !== 'always' && family !== 'divide' && !mnemonic.startsWith('set'),
  ),
  signed: createPool(({ mnemonic, memory }) => memory !== 'always' && /^(?:add|sub|cmp|neg|inc|dec|adc|sbb)$/.test(mnemonic)),
  stack: createPool(({ mnemonic, notation }) => /^(?:push|pop)$/.test(mnemonic) && notation === 'r/m64'),
  strings: createPool(({ prefixes }) => prefixes.length > 0 && prefixes[0] !== 'lock'),
  counters: createPool(({ mnemonic }) => /^(?:loop|loope|loopne|jrcxz|jecxz)$/.test(mnemonic)),
  divisions: createPool(({ family }) => family === 'divide'),
  accesses: createPool(
    ({ mnemonic, memory, operands }) =>
      memory !== 'never' &&
      /^(?:mov|add|sub|xor|cmp|movzx|movsx|inc|not|xchg)$/.test(mnemonic) &&
      operands.some(({ _tag }) => _tag === 'RegisterOrMemory'),
  ),
}

const shiftByCount = (count: (choose: Choose, width: number) => number): Special => {
  const style: OperandStyle = { memory: false, count }
  return (choose, builder) => addInstruction(choose, builder, { pool: POOLS.shifts, style })
}

/** Draws the instruction that shows each edge; for questions about faults it may fault. */
export const DRAW_EDGE: Readonly<Record<EffectEdge, Special>> = {
  zeroCount: shiftByCount((choose, width) => (width === 64 ? 64 : 32) * choose.integer(0, 3)),
  maskedCount: shiftByCount(
    (choose, width) => (width === 64 ? 64 : 32) * choose.integer(1, 3) + choose.integer(1, Math.min(width, 32) - 1),
  ),
  signExtreme: (choose, builder) => addInstruction(choose, builder, { pool: POOLS.signed, style: { memory: false, extreme: true } }),
  selfMove: (choose, builder) => {
    const drawn = drawInstruction(choose, builder, { pool: POOLS.moves, style: REGISTERS_ONLY })
    const [first] = drawn?.operands ?? []
    return drawn !== undefined && first !== undefined && builder.add({ ...drawn, operands: [first, first] })
  },
  highByteRegister: (choose, builder) => addInstruction(choose, builder, { pool: POOLS.narrow, style: { memory: false, high: true } }),
  stackAlias: (choose, builder) => drawStackAlias(choose, builder),
  repeatZero: (choose, builder) =>
    builder.setInitialValue(RCX, 0n) &&
    addInstruction(choose, builder, {
      pool: POOLS.strings,
      style: { memory: true },
      prefixed: true,
      accepts: () => builder.value(RCX) === 0n,
    }),
  counterBorder: (choose, builder) => drawCounterBorder(choose, builder),
  divisionBorder: (choose, builder) => drawDivisionBorder(choose, builder),
  pageBorder: (choose, builder) => drawPageBorder(choose, builder),
}

function drawStackAlias(choose: Choose, builder: ProgramBuilder): boolean {
  const mnemonic = choose.pick(['push', 'pop'])
  if (!builder.isPointer(RSP) && !builder.setInitialValue(RSP, BigInt(builder.areaStart + 64 + 8 * choose.integer(0, 7)))) return false
  const operand: Operand = choose.boolean()
    ? { _tag: 'Register', register: lowPart(RSP, 64) }
    : { _tag: 'Memory', width: 64, address: { base: RSP, index: undefined, scale: 1, displacement: BigInt(choose.integer(-2, 2) * 8) } }
  return builder.add({ prefix: undefined, mnemonic, operands: [operand] })
}

function drawCounterBorder(choose: Choose, builder: ProgramBuilder): boolean {
  const branch = drawInstruction(choose, builder, { pool: POOLS.counters, style: REGISTERS_ONLY })
  if (branch === undefined) return false
  if (!builder.setInitialValue(RCX, branch.mnemonic.startsWith('loop') && choose.boolean() ? 1n : 0n)) return false
  return builder.add(branch)
}

/** Adds a division whose quotient is the last that fits, or the first that does not. */
function drawDivisionBorder(choose: Choose, builder: ProgramBuilder): boolean {
  const drawn = drawInstruction(choose, builder, { pool: POOLS.divisions, style: REGISTERS_ONLY })
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
  if (
    !builder.setInitialValue(number, by) ||
    !builder.setInitialValue(RAX, low) ||
    (upper !== undefined && !builder.setInitialValue(RDX, upper))
  )
    return false
  return beyond === 1n ? builder.addFault(drawn) : builder.add(drawn)
}

/** Adds an access whose last byte is the last byte of the page, or lies beyond it. */
function drawPageBorder(choose: Choose, builder: ProgramBuilder): boolean {
  const drawn = drawInstruction(choose, builder, { pool: POOLS.accesses, style: { memory: true } })
  const memory = drawn?.operands.find(operand => operand._tag === 'Memory')
  if (drawn === undefined || memory?._tag !== 'Memory' || memory.width === undefined) return false
  const bytes = memory.width / 8
  const beyond = choose.boolean() ? 0 : choose.integer(0, bytes - 1)
  const baseAddress = BigInt(DATA.end - bytes + beyond) - memory.address.displacement
  const index = memory.address.index
  const from = index === undefined ? baseAddress : baseAddress - builder.value(index) * BigInt(memory.address.scale)
  if (index === memory.address.base || !builder.setInitialValue(memory.address.base, from)) return false
  return beyond > 0 ? builder.addFault(drawn) : builder.add(drawn)
}
