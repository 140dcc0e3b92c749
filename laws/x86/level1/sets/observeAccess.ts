import { REGISTER_NAMES, type Result, type Run } from '../../processor/processor'
import { FILLS, registerFills, type Start } from '../runs/fills'
import { differsBeyondKept, type EffectsProgram, type Executed, type Judging, type Outcome, outcomeOf, runOf } from '../runs/outcome'
import { REGISTER_NUMBERS } from '../reading/registerNumbers'
import { rolesOf } from '../reading/roles'
import { flagsRead } from '../reading/flagsRead'
import { undefinedFlagsOf } from '../reading/undefinedFlags'
import { changeStart, changedLocations, differentLocations, TURNS } from './changes'
import { ALL_FLAGS, ALL_REGISTERS, eachOf, MEMORY, type Locations, locationsOfFlags } from './locations'

/** Observed accesses of one instruction to locations. */
export interface Access {
  readonly reads: Locations
  readonly writes: Locations
  /** Locations that it overwrites completely. */
  readonly overwrites: Locations
}

/** Flags at the start of the first turns. Every condition holds in one of them and fails in another. */
const CONDITIONS = [0, 0x0c5, 0x800]
/** Flags that are changed together in these turns. For any two that a condition reads, both are changed in one, and one in another. */
const TOGETHER = [ALL_FLAGS, locationsOfFlags(0x001 | 0x004 | 0x080 | 0x400), locationsOfFlags(0x001 | 0x010 | 0x040 | 0x800)]

/** Instructions whose reads may show only in flags or in a small number. They are run from more states. */
const SHOWS_LITTLE = /^(?:and|or|test|andn|popcnt|cmp|bt[rs]?|scas.|cmps.|xlatb)\b/

/** Instruction that is run alone, and all observations of it. */
interface ObservedInstruction {
  readonly alone: EffectsProgram
  readonly step: Executed
  /** Flags that it leaves undefined, as bits of EFLAGS. */
  readonly undefinedFlags: number
  /** Locations that its text names or that its mnemonic implies. */
  readonly named: Locations
  /** States from which it is run. They share the registers of its addresses. */
  readonly starts: readonly Start[]
  readonly observations: Observation[]
}

/** Run from the state of a turn, changed at some locations. The outcome is undefined if the instruction did not complete. */
interface Observation {
  readonly turn: number
  readonly locations: Locations
  readonly outcome: Outcome | undefined
}

/** Observes each executed instruction: changes one location after another, and compares the results. */
export function* observeAccess(program: EffectsProgram, { executed, start }: Outcome): Judging<readonly Access[] | string> {
  const all = executed.map((step, part) => observedOf(program, part, step, start))
  if (!(yield* observe(all, firstChanges))) return 'the processor cannot run this code'
  yield* observe(all, moreChanges)
  const accesses: Access[] = []
  for (const observed of all) {
    const access = accessOf(observed)
    if (access === undefined) return 'an instruction can be run from one state only'
    accesses.push(access)
  }
  return accesses
}

type Change = Pick<Observation, 'turn' | 'locations'>

/** Runs all instructions with their changes. Returns false if the processor cannot run one. */
function* observe(all: readonly ObservedInstruction[], changesOf: (observed: ObservedInstruction) => readonly Change[]): Judging<boolean> {
  const plan = all.flatMap(observed => changesOf(observed).map(change => ({ observed, ...change, run: changedRun(observed, change) })))
  if (plan.length === 0) return true
  const results = yield plan.map(({ run }) => run)
  for (const [index, { observed, turn, locations, run }] of plan.entries())
    observed.observations.push({ turn, locations, outcome: completedOutcome(observed, run, results[index]) })
  return !results.includes(undefined)
}

function changedRun({ alone, undefinedFlags, starts }: ObservedInstruction, { turn, locations }: Change): Run {
  return runOf(alone, changeStart(starts[turn] as Start, locations, turn, alone.registerBits), [{ clear: undefinedFlags, set: 0 }])
}

/** Returns the outcome of an instruction that completed; else undefined. */
function completedOutcome({ alone }: ObservedInstruction, run: Run, result: Result | undefined): Outcome | undefined {
  const outcome = outcomeOf(alone, run, result)
  return typeof outcome === 'string' || outcome.ending._tag !== 'Left' ? undefined : outcome
}

/** Returns the first changes: each named location alone, and all other locations together, because results rarely depend on them. */
function firstChanges({ named }: ObservedInstruction): readonly Change[] {
  return CONDITIONS.flatMap((_, turn) => {
    const others = (ALL_REGISTERS | MEMORY | (TOGETHER[turn] as Locations)) & ~named
    return [0, ...eachOf(named), others].map(locations => ({ turn, locations }))
  })
}

/**
 * Returns further changes. Locations that were changed together and made a difference are changed one by one. Named locations of an
 * instruction that shows little, for which no read was observed yet, get more turns.
 */
function moreChanges(observed: ObservedInstruction): readonly Change[] {
  const suspects = eachOf(suspectLocations(observed))
  const separate = CONDITIONS.flatMap((_, turn) => suspects.map(locations => ({ turn, locations })))
  const hidden = eachOf(observed.named & ~observedReads(observed))
  if (hidden.length === 0 || !SHOWS_LITTLE.test(textOf(observed.alone))) return separate
  const turns = Array.from({ length: TURNS - CONDITIONS.length }, (_, index) => CONDITIONS.length + index)
  return [...separate, ...turns.flatMap(turn => [0, ...hidden].map(locations => ({ turn, locations })))]
}

const textOf = ({ parts }: EffectsProgram): string => parts[0]?.text ?? ''

function observedOf(program: EffectsProgram, part: number, step: Executed, start: Start): ObservedInstruction {
  const alone = aloneOf(program, part)
  const text = textOf(alone)
  const left = undefinedFlagsOf(text, step.before)
  return { alone, step, undefinedFlags: left, named: namedLocations(text), starts: startsFor(alone, step, start), observations: [] }
}

/** Returns the program of one instruction at its address, without the others. */
function aloneOf({ ip, bytes, parts, registerBits }: EffectsProgram, part: number): EffectsProgram {
  const { text, offset, length } = parts[part] as EffectsProgram['parts'][number]
  const only = [{ text, offset: 0, length }]
  return { ip: ip + offset, bytes: bytes.subarray(offset, offset + length), parts: only, starts: [0], registerBits }
}

/** Returns the registers that an instruction uses as an address without naming them. */
function impliedAddress(text: string): readonly string[] {
  if (text === 'leave') return ['rbp']
  if (text === 'xlatb') return ['rbx']
  return /^(?:push|pop|enter)\b/.test(text) ? ['rsp'] : []
}

const LEGACY_REGISTERS = 8

/** Returns states for an instruction. They share the registers of its addresses with the state in which it was executed. */
function startsFor(alone: EffectsProgram, { before }: Executed, start: Start): readonly Start[] {
  const text = textOf(alone)
  const inAddress = [...(text.match(/\[[^\]]*\]/g) ?? []).flatMap(address => address.match(/r\w+/g) ?? []), ...impliedAddress(text)]
  const kept = inAddress.map(name => REGISTER_NAMES.indexOf(name as 'rax'))
  return Array.from({ length: SHOWS_LITTLE.test(text) ? TURNS : CONDITIONS.length }, (_, turn) => {
    const registers = registerFills(FILLS + turn).slice()
    if (alone.registerBits === 32)
      for (let number = 0; number < LEGACY_REGISTERS; number++) registers[number] = BigInt.asUintN(32, registers[number] as bigint)
    for (const number of kept) registers[number] = before.registers[number] as bigint
    return { ...changeStart(start, MEMORY, turn, alone.registerBits), registers, flags: CONDITIONS[turn % CONDITIONS.length] as number }
  })
}

/** Returns the locations that a text names, or that its mnemonic is known to access. They are only checked first: all others follow. */
function namedLocations(text: string): Locations {
  const { reads, changes } = rolesOf(text)
  let locations = (text.includes('[') ? MEMORY : 0) | locationsOfFlags(flagsRead(text))
  for (const number of [...reads.keys(), ...changes]) locations |= 1 << number
  for (const word of text.match(/\b[a-z0-9]+\b/g) ?? []) {
    const number = REGISTER_NUMBERS.get(word)
    if (number !== undefined) locations |= 1 << number
  }
  return locations
}

const isOne = (locations: Locations): boolean => locations !== 0 && (locations & (locations - 1)) === 0

const baseOf = ({ observations }: ObservedInstruction, turn: number): Outcome | undefined =>
  observations.find(one => one.turn === turn && one.locations === 0)?.outcome

/** Returns true if a change made a difference. A fault that occurs only with the change counts too. */
function depends(observed: ObservedInstruction, { turn, outcome }: Observation): boolean {
  const base = baseOf(observed, turn)
  return base !== undefined && (outcome === undefined || differsBeyondKept(base, outcome))
}

/** Returns the locations on which a result was observed to depend. */
function observedReads(observed: ObservedInstruction): Locations {
  let reads = 0
  for (const one of observed.observations)
    if (isOne(one.locations) && (reads & one.locations) === 0 && depends(observed, one)) reads |= one.locations
  return reads
}

/** Returns the locations that were changed together and made a difference: the result depends on at least one of them. */
function suspectLocations(observed: ObservedInstruction): Locations {
  let suspects = 0
  for (const one of observed.observations)
    if (one.locations !== 0 && !isOne(one.locations) && depends(observed, one)) suspects |= one.locations
  return suspects
}

function accessOf(observed: ObservedInstruction): Access | undefined {
  const { observations, undefinedFlags } = observed
  if (observations.filter(({ locations, outcome }) => locations === 0 && outcome !== undefined).length < 2) return undefined
  const suspects = suspectLocations(observed)
  let [writes, kept] = [locationsOfFlags(undefinedFlags), 0]
  for (const { turn, locations, outcome } of observations) {
    if (outcome === undefined) continue
    writes |= changedLocations(outcome)
    const base = baseOf(observed, turn)
    // For locations that were changed together and made a difference, only the separate changes count.
    if (base !== undefined) kept |= differentLocations(base, outcome) & (isOne(locations) ? locations : locations & ~suspects)
  }
  return { reads: observedReads(observed), writes, overwrites: writes & ~kept & ~MEMORY }
}
