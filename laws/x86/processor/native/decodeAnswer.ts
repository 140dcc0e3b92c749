import { type Ending, REGISTER_NAMES, type Result, type Run, type Step, TRACED_STEPS, WINDOW_BYTES } from '../processor'
import { ANSWER, ANSWER_HEAD, ENDINGS, MAX_STEPS, STEP, WORD } from './layout'

/** Names of exceptions by their vector. */
const FAULTS = new Map([
  [0, '#DE'],
  [6, '#UD'],
  [13, '#GP'],
  [14, '#PF'],
] as const)
const PAGE_FAULT = 14

/** Views of the harness's answer: words of eight bytes, words of four bytes, and bytes. */
interface Words {
  readonly long: BigUint64Array
  readonly short: Uint32Array
  readonly bytes: Uint8Array
}

/** Returns true if the kernel accepted the filter of system calls. */
export const isFiltered = (answer: Uint8Array): boolean => answer[ANSWER_HEAD.seccomp] === 0

/** Decodes the harness's answer into one result per run; undefined if the answer is incomplete. */
export function decodeAnswer(answer: Uint8Array, runs: readonly Run[]): readonly Result[] | undefined {
  if (answer.length < ANSWER_HEAD.size || answer.length % WORD !== 0) return undefined
  const bytes = answer.byteOffset % WORD === 0 ? answer : answer.slice()
  const long = new BigUint64Array(bytes.buffer, bytes.byteOffset, bytes.length / WORD)
  const short = new Uint32Array(bytes.buffer, bytes.byteOffset, bytes.length / 4)
  const results: Result[] = []
  let at: number = ANSWER_HEAD.size
  for (const run of runs) {
    const size = short[(at + ANSWER.size) / 4] ?? 0
    const steps = Math.min(executedIn({ short }, at), MAX_STEPS)
    if (size !== ANSWER.steps + STEP.size * steps || at + size > bytes.length) return undefined
    results.push(decodeResult({ long, short, bytes }, at, run))
    at += size
  }
  return at === bytes.length ? results : undefined
}

/** Decodes a result lazily: a batch has tens of thousands of steps, and callers read few of them. */
function decodeResult(words: Words, at: number, run: Run): Result {
  let steps: readonly Step[] | undefined
  let last: Step | undefined
  return {
    ending: decodeEnding(words, at),
    get steps() {
      steps ??= decodeSteps(words, at)
      return steps
    },
    get last() {
      last ??= decodeLast(words, at, run)
      return last
    },
    memory: words.bytes.subarray(at + ANSWER.memory, at + ANSWER.memory + WINDOW_BYTES),
    strayed: words.short[(at + ANSWER.strayed) / 4] !== 0,
  }
}

const executedIn = ({ short }: Pick<Words, 'short'>, at: number): number => short[(at + ANSWER.executed) / 4] as number

function decodeSteps(words: Words, at: number): readonly Step[] {
  const steps: Step[] = []
  for (let index = 0; index < Math.min(executedIn(words, at), TRACED_STEPS); index++) steps.push(decodeStep(words, at, index))
  return steps
}

function decodeLast(words: Words, at: number, run: Run): Step {
  const executed = executedIn(words, at)
  if (executed === 0) return { registers: run.registers, flags: run.flags, next: BigInt(run.ip) }
  return decodeStep(words, at, Math.min(executed, MAX_STEPS) - 1)
}

function decodeStep({ long, short }: Words, at: number, index: number): Step {
  const place = at + ANSWER.steps + STEP.size * index
  const registers = (place + STEP.registers) / WORD
  return {
    registers: long.subarray(registers, registers + REGISTER_NAMES.length),
    flags: short[(place + STEP.flags) / 4] as number,
    next: long[(place + STEP.next) / WORD] as bigint,
  }
}

function decodeEnding({ long, short }: Words, at: number): Ending {
  const ending = short[(at + ANSWER.ending) / 4]
  const place = long[(at + ANSWER.at) / WORD] as bigint
  if (ending === ENDINGS.left) return { _tag: 'Left', to: place }
  if (ending === ENDINGS.endless) return { _tag: 'Endless' }
  if (ending === ENDINGS.forbidden) return { _tag: 'Forbidden', at: place }
  const vector = short[(at + ANSWER.vector) / 4] as number
  const address = vector === PAGE_FAULT ? (long[(at + ANSWER.address) / WORD] as bigint) : 0n
  return { _tag: 'Fault', fault: FAULTS.get(vector as 0) ?? 'other', at: place, address }
}
