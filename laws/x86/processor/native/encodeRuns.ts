import { CODE_END, type Run } from '../processor'
import { ANSWER, ANSWER_HEAD, CODE_FILL, INPUT_HEAD, KINDS, MAX_INSTRUCTION_BYTES, MAX_STEPS, RUN, STEP, WATCH, WORD } from './layout'
import type { Watch, WatchOf } from './watch'

/** Returns the maximum number of bytes in the harness's answer about a run. */
export const answerBytes = ({ budget }: Run): number => ANSWER.steps + STEP.size * Math.min(budget, MAX_STEPS)

const runBytes = ({ code, forced = [] }: Run): number => RUN.forced + WORD * forced.length + WATCH.size * code.length

/** Encodes runs in the input format of the harness. */
export function encodeRuns(runs: readonly Run[], watchOf: WatchOf): Uint8Array {
  let size: number = INPUT_HEAD.size
  let answer: number = ANSWER_HEAD.size
  for (const run of runs) {
    size += runBytes(run)
    answer += answerBytes(run)
  }
  const bytes = new Uint8Array(size)
  const view = new DataView(bytes.buffer)
  const words = new BigUint64Array(bytes.buffer)
  view.setUint32(INPUT_HEAD.runs, size - INPUT_HEAD.size, true)
  view.setUint32(INPUT_HEAD.answer, answer, true)
  let at: number = INPUT_HEAD.size
  let former: { readonly run: Run; readonly at: number } | undefined
  for (const run of runs) {
    encodeState(bytes, view, at, run)
    words.set(run.registers, (at + RUN.registers) / WORD)
    // Consecutive runs mostly have the same code with different states.
    if (former !== undefined && isSameCode(former.run, run))
      bytes.copyWithin(at + RUN.code, former.at + RUN.code, former.at + runBytes(run))
    else encodeCode(bytes, view, at, run, watchOf)
    if (run.forced !== undefined) encodeForced(view, at, run.forced)
    former = { run, at }
    at += runBytes(run)
  }
  return bytes
}

const forcedCount = ({ forced = [] }: Run): number => forced.length

/** Returns true if two runs have the same code, at the same address, and at the same offset of their encoding. */
const isSameCode = (one: Run, other: Run): boolean =>
  one.code === other.code &&
  one.ip === other.ip &&
  (one.starts === other.starts ||
    (one.starts.length === other.starts.length && one.starts.every((start, index) => start === other.starts[index]))) &&
  forcedCount(one) === forcedCount(other)

/** Encodes the state of a run. All numbers are below 2³², and the upper halves of their words are already zero. */
function encodeState(bytes: Uint8Array, view: DataView, at: number, run: Run): void {
  view.setUint32(at + RUN.size, runBytes(run), true)
  view.setUint32(at + RUN.ip, run.ip, true)
  view.setUint32(at + RUN.codeLength, run.code.length, true)
  view.setUint32(at + RUN.budget, run.budget, true)
  view.setUint32(at + RUN.window, run.window, true)
  bytes.fill(run.fill, at + RUN.fill, at + RUN.fill + WORD)
  view.setUint32(at + RUN.flags, run.flags, true)
  view.setUint32(at + RUN.forcedCount, forcedCount(run), true)
  view.setUint32(at + RUN.watches, RUN.forced + WORD * forcedCount(run), true)
  bytes.set(run.memory, at + RUN.memory)
}

function encodeForced(view: DataView, at: number, forced: NonNullable<Run['forced']>): void {
  for (const [index, { clear, set }] of forced.entries()) {
    view.setUint32(at + RUN.forced + WORD * index, ~clear, true)
    view.setUint32(at + RUN.forced + WORD * index + 4, set, true)
  }
}

function encodeCode(bytes: Uint8Array, view: DataView, at: number, run: Run, watchOf: WatchOf): void {
  bytes.fill(CODE_FILL, at + RUN.code, at + RUN.forced)
  bytes.set(run.code, at + RUN.code)
  const watches = at + RUN.forced + WORD * forcedCount(run)
  for (const start of run.starts) {
    const readable = Math.min(MAX_INSTRUCTION_BYTES, CODE_END - run.ip - start)
    const instruction = bytes.subarray(at + RUN.code + start, at + RUN.code + start + readable)
    encodeWatch(view, watches + WATCH.size * start, watchOf(instruction, start, run))
  }
}

function encodeWatch(view: DataView, at: number, watch: Watch): void {
  view.setUint8(at + WATCH.kind, watch.kind)
  if (watch.kind !== KINDS.caught && watch.kind !== KINDS.returning) return
  view.setUint8(at + WATCH.base, watch.base)
  view.setUint8(at + WATCH.index, watch.index)
  view.setUint8(at + WATCH.shift, watch.shift)
  view.setInt32(at + WATCH.displacement, watch.displacement, true)
  view.setInt32(at + WATCH.next, watch.next, true)
  view.setInt32(at + WATCH.otherNext, watch.otherNext, true)
}
