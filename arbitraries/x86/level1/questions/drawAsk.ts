import type { Choose } from '../../../choiceSequence'
import type { ProgramBuilder } from '../programs/programBuilder'
import { type Ask, FLAGS, type FlagName, orderByList, type RegisterName, REGISTERS, type Span, type Level1Task } from './ask'
import { numberOf } from './answer'

/** Draws what the question asks. Returns undefined if the program changes nothing of that kind. */
export function drawAsk(choose: Choose, task: Level1Task, builder: ProgramBuilder): Ask | undefined {
  switch (task) {
    case 'control_flow':
      return { _tag: 'Next' }
    case 'read_write_sets':
      return { _tag: 'Sets' }
    case 'faults':
      return { _tag: 'Fault' }
    case 'registers':
      return values(drawRegisters(choose, builder, 3), [], undefined)
    case 'flags':
      return values([], drawFlags(choose, builder), undefined)
    case 'memory':
      return values(choose.integer(0, 3) === 3 ? drawRegisters(choose, builder, 1) : [], [], drawSpan(choose, builder), true)
    case 'blocks': {
      const flags = choose.boolean() ? drawFlags(choose, builder) : []
      return values(drawRegisters(choose, builder, 2), flags, choose.boolean() ? drawSpan(choose, builder) : undefined)
    }
  }
}

function values(
  registers: readonly RegisterName[],
  flags: readonly FlagName[],
  memory: Span | undefined,
  needsMemory = false,
): Ask | undefined {
  if (registers.length + flags.length === 0 && memory === undefined) return undefined
  return needsMemory && memory === undefined
    ? undefined
    : { _tag: 'Values', registers: orderByList(REGISTERS, registers), flags: orderByList(FLAGS, flags), memory }
}

/** Draws registers that the code writes, and sometimes one that it does not. */
function drawRegisters(choose: Choose, { outcome }: ProgramBuilder, most: number): readonly RegisterName[] {
  const written = REGISTERS.filter(name => outcome.writes.registers.has(numberOf(name)))
  if (written.length === 0) return []
  const count = choose.integer(1, Math.min(most, written.length))
  const chosen = drawSome(choose, written, count)
  return choose.integer(0, 5) === 5 ? [...chosen, choose.pick(REGISTERS)] : chosen
}

/** Draws at least two flags, most of which the code writes. */
function drawFlags(choose: Choose, { outcome }: ProgramBuilder): readonly FlagName[] {
  const written = FLAGS.filter(name => outcome.writes.flags.has(name))
  if (written.length === 0) return []
  const chosen = drawSome(choose, written, choose.integer(Math.min(2, written.length), written.length))
  return chosen.length < 2 || choose.integer(0, 3) === 3 ? [...chosen, choose.pick(FLAGS), choose.pick(FLAGS)] : chosen
}

/** Draws up to `count` items of a list without repetition, each equally likely. */
export function drawSome<T>(choose: Choose, list: readonly T[], count: number): readonly T[] {
  const left = [...list]
  return Array.from({ length: Math.min(count, list.length) }, () => left.splice(choose.integer(0, left.length - 1), 1)[0] as T)
}

/** Maximum number of bytes that a question asks for. */
const MAX_SPAN_BYTES = 16

/** Draws adjacent bytes that the code writes, sometimes with some bytes next to them. */
function drawSpan(choose: Choose, builder: ProgramBuilder): Span | undefined {
  const written = [...builder.outcome.writes.memory].map(Number).sort((one, other) => one - other)
  if (written.length === 0) return undefined
  const starts = written.filter(address => !written.includes(address - 1))
  const start = choose.pick(starts)
  let end = start
  while (written.includes(end)) end += 1
  const more = choose.integer(0, 3) === 3 ? choose.integer(1, 3) : 0
  const before = choose.boolean() ? more : 0
  const from = Math.max(start - before, builder.areaStart)
  return { address: from, length: Math.min(end + (before === 0 ? more : 0) - from, MAX_SPAN_BYTES) }
}
