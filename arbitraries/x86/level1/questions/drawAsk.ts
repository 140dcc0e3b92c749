import type { Choose } from '../../../choiceSequence'
import type { Sketch } from '../programs/sketch'
import { type Ask, FLAGS, type FlagName, inOrder, type RegisterName, REGISTERS, type Span, type Task } from './ask'
import { numberOf } from './answer'

/** Draws what is asked of a program; undefined where it changes nothing of the kind. */
export function drawAsk(choose: Choose, task: Task, sketch: Sketch): Ask | undefined {
  switch (task) {
    case 'control_flow':
      return { _tag: 'Next' }
    case 'read_write_sets':
      return { _tag: 'Sets' }
    case 'faults':
      return { _tag: 'Fault' }
    case 'registers':
      return values(drawRegisters(choose, sketch, 3), [], undefined)
    case 'flags':
      return values([], drawFlags(choose, sketch), undefined)
    case 'memory':
      return values(choose.integer(0, 3) === 3 ? drawRegisters(choose, sketch, 1) : [], [], drawSpan(choose, sketch), true)
    case 'blocks': {
      const flags = choose.boolean() ? drawFlags(choose, sketch) : []
      return values(drawRegisters(choose, sketch, 2), flags, choose.boolean() ? drawSpan(choose, sketch) : undefined)
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
    : { _tag: 'Values', registers: inOrder(REGISTERS, registers), flags: inOrder(FLAGS, flags), memory }
}

/** Registers that the code writes, and sometimes one that it does not. */
function drawRegisters(choose: Choose, { outcome }: Sketch, most: number): readonly RegisterName[] {
  const written = REGISTERS.filter(name => outcome.writes.registers.has(numberOf(name)))
  if (written.length === 0) return []
  const count = choose.integer(1, Math.min(most, written.length))
  const chosen = some(choose, written, count)
  return choose.integer(0, 5) === 5 ? [...chosen, choose.pick(REGISTERS)] : chosen
}

/** Two flags at least, most of them such that the code writes. */
function drawFlags(choose: Choose, { outcome }: Sketch): readonly FlagName[] {
  const written = FLAGS.filter(name => outcome.writes.flags.has(name))
  if (written.length === 0) return []
  const chosen = some(choose, written, choose.integer(Math.min(2, written.length), written.length))
  return chosen.length < 2 || choose.integer(0, 3) === 3 ? [...chosen, choose.pick(FLAGS), choose.pick(FLAGS)] : chosen
}

/** So many of a list, each as likely. */
export function some<T>(choose: Choose, list: readonly T[], count: number): readonly T[] {
  const left = [...list]
  return Array.from({ length: Math.min(count, list.length) }, () => left.splice(choose.integer(0, left.length - 1), 1)[0] as T)
}

const LONGEST_SPAN = 16

/** Bytes that the code writes one after another, sometimes with some beside them. */
function drawSpan(choose: Choose, sketch: Sketch): Span | undefined {
  const written = [...sketch.outcome.writes.memory].map(Number).sort((one, other) => one - other)
  if (written.length === 0) return undefined
  const starts = written.filter(address => !written.includes(address - 1))
  const start = choose.pick(starts)
  let end = start
  while (written.includes(end)) end += 1
  const more = choose.integer(0, 3) === 3 ? choose.integer(1, 3) : 0
  const before = choose.boolean() ? more : 0
  const from = Math.max(start - before, sketch.area)
  return { address: from, length: Math.min(end + (before === 0 ? more : 0) - from, LONGEST_SPAN) }
}
