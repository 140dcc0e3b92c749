import type { Oracle, Verdict } from '../../../src/model/oracle'
import type { Disassembler } from '../capstone/capstone'
import { CODE_END, CODE_START, MAX_CODE_BYTES, type Processor, type Result, type Run } from '../processor/processor'
import { cannotJudge } from '../verdicts'
import { assembleProgram } from './program/assembleProgram'
import { type EffectsInput, readEffects } from './effectsInput'
import { startsOf } from './runs/fills'
import { isAddressable } from './reading/operandAddresses'
import { judgeSets } from './sets/judgeSets'
import { judgeValues } from './values/judgeValues'
import type { Judging } from './runs/outcome'

/** Returns the oracle of level 1. It assembles the code of each text, runs it on the processor, and judges by the results. */
export function judgeEffects(processor: Processor, disassembler: Disassembler): Oracle<string> {
  return inputs =>
    judgeInRounds(
      processor,
      inputs.map(input => judgeOne(disassembler, input, processor.registerBits ?? 64)),
    )
}

/** Judges all texts in rounds. The runs that the texts request in one round are executed together, in one call of the processor. */
function judgeInRounds(processor: Processor, judgings: readonly Judging<Verdict<string>>[]): readonly Verdict<string>[] {
  const verdicts = new Map<number, Verdict<string>>()
  let open = judgings.map((judging, index) => ({ judging, index, results: [] as readonly (Result | undefined)[] }))
  while (open.length > 0) {
    const asking = open.flatMap(({ judging, index, results }) => {
      const next = judging.next(results)
      if (next.done !== true) return [{ judging, index, runs: next.value }]
      verdicts.set(index, next.value)
      return []
    })
    const results = processor.run(asking.flatMap(({ runs }) => runs))
    let start = 0
    open = asking.map(({ judging, index, runs }) => {
      start += runs.length
      return { judging, index, results: results.slice(start - runs.length, start) }
    })
  }
  return judgings.map((_, index) => verdicts.get(index) ?? cannotJudge('no verdict'))
}

function* judgeOne(disassembler: Disassembler, text: string, registerBits: 32 | 64): Judging<Verdict<string>> {
  const input = readEffects(text)
  if (input === undefined) return cannotJudge('not a level 1 input')
  if (input === 'out of scope') return { _tag: 'Refuse', type: 'out_of_scope' }
  const assembled = assembleProgram(input.code, input.ip, disassembler)
  if (assembled._tag === 'Unjudged') return cannotJudge(assembled.reason)
  if (assembled._tag === 'Malformed') return yield* judgeMalformed(input, assembled.index)
  if (input.ip < CODE_START || input.ip + assembled.bytes.length > CODE_END || assembled.bytes.length > MAX_CODE_BYTES)
    return cannotJudge('the code does not fit at this address')
  if (!assembled.instructions.every(({ text }) => isAddressable(text))) return cannotJudge('an operand rests on no register')
  const { bytes, instructions: parts } = assembled
  const program = { ip: input.ip, bytes, parts, starts: parts.map(({ offset }) => offset), registerBits }
  return yield* input.ask === 'sets' ? judgeSets(input, program) : judgeValues(input, program)
}

/** Bytes appended to code that may be cut, so that the processor reads no further: `int3`. */
const PADDING = Array<number>(15).fill(0xcc)

/** Judges code with an instruction that capstone cannot read: it is malformed if the processor raises #UD too. */
function* judgeMalformed(input: EffectsInput, index: number): Judging<Verdict<string>> {
  if (input.ip < CODE_START || input.ip > CODE_END - MAX_CODE_BYTES) return cannotJudge('the code does not fit at this address')
  const bytes = (input.code[index] ?? '').split(' ').slice(1)
  const code = Uint8Array.from([...bytes.map(pair => Number.parseInt(pair, 16)), ...PADDING])
  const [start] = startsOf(input, 64, 1)
  const [result] = yield [{ ...(start as Omit<Run, 'ip'>), ip: input.ip, code, starts: [0], budget: 1 } satisfies Run]
  const isRefused = result?.ending._tag === 'Fault' && result.ending.fault === '#UD'
  return isRefused ? { _tag: 'Refuse', type: 'malformed', at: index } : cannotJudge('the processor does not refuse what cannot be read')
}
