import type { Family } from '../../../../../arbitraries/x86/interpreter/families/families'
import { formsOfMnemonic, MNEMONICS } from '../../../../../arbitraries/x86/interpreter/whitelist'
import { DATA_END, DATA_START, type Processor } from '../../../../../laws/x86/processor/processor'
import { numbersFrom, pick } from './drawInstruction'
import { describeStart } from './describeRun'
import { differences } from './differences'
import { type Case, drawCases } from './drawCase'

/** Result of a comparison. */
export interface Compared {
  readonly compared: number
  /** Number of states that the interpreter leaves out on purpose, or in which processors differ. */
  readonly unsupported: number
  /** Number of compared states by mnemonic. */
  readonly byMnemonic: ReadonlyMap<string, number>
  /** Descriptions of the first mismatches. */
  readonly mismatches: readonly string[]
}

/** Returns the mnemonics of a family in the order of the whitelist. */
export const mnemonicsOf = (family: Family): readonly string[] =>
  MNEMONICS.filter(mnemonic => formsOfMnemonic(mnemonic).some(form => form.family === family))

const BATCH = 4_000
const STATES_PER_TEXT = 4
const MAX_MISMATCHES = 5
const [RSI, RDI] = [6, 7] as const
/** Longest operand of `cmps`, in bytes. */
const LONGEST = 8

/** Compares a processor with the interpreter in at least `states` states of a family, evenly over its mnemonics. */
export function compareFamily(run: Processor['run'], family: Family, states: number, seed: number): Compared {
  const below = numbersFrom(seed)
  const mnemonics = mnemonicsOf(family)
  const byMnemonic = new Map(mnemonics.map(mnemonic => [mnemonic, 0]))
  const mismatches: string[] = []
  let [compared, unsupported, turn] = [0, 0, 0]
  while (compared < states) {
    const cases: Case[] = []
    while (cases.length < Math.min(BATCH, states - compared)) {
      const mnemonic = mnemonics[turn++ % mnemonics.length] as string
      const drawn = drawCases(below, pick(below, formsOfMnemonic(mnemonic)), STATES_PER_TEXT)
      const supported = drawn.filter(one => one.outcome._tag !== 'Unsupported' && !isOrderOpen(one))
      unsupported += drawn.length - supported.length
      cases.push(...supported)
      byMnemonic.set(mnemonic, (byMnemonic.get(mnemonic) ?? 0) + supported.length)
    }
    compared += cases.length
    if (mismatches.length < MAX_MISMATCHES) mismatches.push(...mismatchesOf(run, cases).slice(0, MAX_MISMATCHES))
  }
  return { compared, unsupported, byMnemonic, mismatches }
}

/**
 * True if `cmps` can reach neither of its operands. Some processors fault on the first, others on the second (EPYC family 25,
 * model 17). The oracle gives no verdict on such code.
 */
function isOrderOpen({ text, outcome }: Case): boolean {
  if (outcome._tag !== 'Fault' || !/\bcmps[bwdq]\b/.test(text)) return false
  return [RSI, RDI].every(pointer => {
    const address = outcome.state.registers[pointer] as bigint
    return address < DATA_START || address > DATA_END - LONGEST
  })
}

function mismatchesOf(run: Processor['run'], cases: readonly Case[]): readonly string[] {
  const results = run(cases.map(drawn => drawn.run))
  return cases.flatMap(({ text, run: started, outcome }, index) => {
    const found = differences(text, started, outcome, results[index])
    return found.length === 0 ? [] : [[text, describeStart(started, outcome), ...found].join('\n  ')]
  })
}
