import { REGISTER_NAMES, type Result, type Run } from '../../processor/processor'
import { FILLS, registerFills, type Start } from '../runs/fills'
import { differsBeyondKept, type EffectsProgram, type Executed, type Judging, type Outcome, outcomeOf, runOf } from '../runs/outcome'
import { REGISTER_NUMBERS } from '../reading/registerNumbers'
import { rolesOf } from '../reading/roles'
import { flagsRead } from '../reading/flagsRead'
import { undefinedFlagsOf } from '../reading/undefinedFlags'
import { changed, changedPlaces, differentPlaces, TURNS } from './changes'
import { ALL_FLAGS, ALL_REGISTERS, eachOf, MEMORY, type Places, placesOfFlags } from './places'

/** What one instruction was seen to do with the places that there are. */
export interface Access {
  readonly reads: Places
  readonly writes: Places
  /** Those of which nothing is left, whatever they held. */
  readonly overwrites: Places
}

/** Flags that the first turns start with: every condition is fulfilled in one of them, and in another not. */
const CONDITIONS = [0, 0x0c5, 0x800]
/** Flags that are changed together in these turns: of every two that a condition looks at, both, and one alone. */
const TOGETHER = [ALL_FLAGS, placesOfFlags(0x001 | 0x004 | 0x080 | 0x400), placesOfFlags(0x001 | 0x010 | 0x040 | 0x800)]

/** What an instruction reads may show in flags or in a small number alone: then it is run from more states. */
const SHOWS_LITTLE = /^(?:and|or|test|andn|popcnt|cmp|bt[rs]?|scas.|cmps.|xlatb)\b/

/** An instruction by itself, and all that is seen of it. */
interface Observed {
  readonly alone: EffectsProgram
  readonly step: Executed
  /** The flags that it leaves undefined, as bits of EFLAGS. */
  readonly left: number
  /** The places that its text names, and others that it is known for. */
  readonly named: Places
  /** The states that it is run from: they have its addresses in common. */
  readonly starts: readonly Start[]
  readonly seen: Seen[]
}

/** One run from the state of a turn, changed at some places; none where the instruction was not done. */
interface Seen {
  readonly turn: number
  readonly places: Places
  readonly outcome: Outcome | undefined
}

/** Observes each instruction of code as it was executed: changes one place after another, and looks at what changes. */
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

type Change = Pick<Seen, 'turn' | 'places'>

/** Runs all instructions changed as they are to be; whether the processor could. */
function* observe(all: readonly Observed[], changesOf: (observed: Observed) => readonly Change[]): Judging<boolean> {
  const plan = all.flatMap(observed => changesOf(observed).map(change => ({ observed, ...change, run: changedRun(observed, change) })))
  if (plan.length === 0) return true
  const results = yield plan.map(({ run }) => run)
  for (const [index, { observed, turn, places, run }] of plan.entries())
    observed.seen.push({ turn, places, outcome: doneIn(observed, run, results[index]) })
  return !results.includes(undefined)
}

function changedRun({ alone, left, starts }: Observed, { turn, places }: Change): Run {
  return runOf(alone, changed(starts[turn] as Start, places, turn, alone.registerBits), [{ clear: left, set: 0 }])
}

/** What an instruction did, if it was done. */
function doneIn({ alone }: Observed, run: Run, result: Result | undefined): Outcome | undefined {
  const outcome = outcomeOf(alone, run, result)
  return typeof outcome === 'string' || outcome.ending._tag !== 'Left' ? undefined : outcome
}

/** What is named is changed alone; all else together, because hardly ever anything depends on it. */
function firstChanges({ named }: Observed): readonly Change[] {
  return CONDITIONS.flatMap((_, turn) => {
    const others = (ALL_REGISTERS | MEMORY | (TOGETHER[turn] as Places)) & ~named
    return [0, ...eachOf(named), others].map(places => ({ turn, places }))
  })
}

/** What was changed together is told apart; and where little shows, what has not shown yet gets more turns. */
function moreChanges(observed: Observed): readonly Change[] {
  const suspects = eachOf(suspectsIn(observed))
  const apart = CONDITIONS.flatMap((_, turn) => suspects.map(places => ({ turn, places })))
  const hidden = eachOf(observed.named & ~readsIn(observed))
  if (hidden.length === 0 || !SHOWS_LITTLE.test(textOf(observed.alone))) return apart
  const turns = Array.from({ length: TURNS - CONDITIONS.length }, (_, index) => CONDITIONS.length + index)
  return [...apart, ...turns.flatMap(turn => [0, ...hidden].map(places => ({ turn, places })))]
}

const textOf = ({ parts }: EffectsProgram): string => parts[0]?.text ?? ''

function observedOf(program: EffectsProgram, part: number, step: Executed, start: Start): Observed {
  const alone = aloneOf(program, part)
  const text = textOf(alone)
  const left = undefinedFlagsOf(text, step.before)
  return { alone, step, left, named: namedIn(text), starts: startsFor(alone, step, start), seen: [] }
}

/** One instruction where it stands, without the others. */
function aloneOf({ ip, bytes, parts, registerBits }: EffectsProgram, part: number): EffectsProgram {
  const { text, offset, length } = parts[part] as EffectsProgram['parts'][number]
  const only = [{ text, offset: 0, length }]
  return { ip: ip + offset, bytes: bytes.subarray(offset, offset + length), parts: only, starts: [0], registerBits }
}

/** The registers by which an instruction reaches memory without saying so. */
function impliedAddress(text: string): readonly string[] {
  if (text === 'leave') return ['rbp']
  if (text === 'xlatb') return ['rbx']
  return /^(?:push|pop|enter)\b/.test(text) ? ['rsp'] : []
}

const OLDER_REGISTERS = 8

/** The state before an instruction, and others that have the registers of its address in common with it. */
function startsFor(alone: EffectsProgram, { before }: Executed, start: Start): readonly Start[] {
  const text = textOf(alone)
  const inAddress = [...(text.match(/\[[^\]]*\]/g) ?? []).flatMap(address => address.match(/r\w+/g) ?? []), ...impliedAddress(text)]
  const kept = inAddress.map(name => REGISTER_NAMES.indexOf(name as 'rax'))
  return Array.from({ length: SHOWS_LITTLE.test(text) ? TURNS : CONDITIONS.length }, (_, turn) => {
    const registers = registerFills(FILLS + turn).slice()
    if (alone.registerBits === 32)
      for (let number = 0; number < OLDER_REGISTERS; number++) registers[number] = BigInt.asUintN(32, registers[number] as bigint)
    for (const number of kept) registers[number] = before.registers[number] as bigint
    return { ...changed(start, MEMORY, turn, alone.registerBits), registers, flags: CONDITIONS[turn % CONDITIONS.length] as number }
  })
}

/** What a text names, or what its mnemonic is known to look at or to change: only where to look first, for all else is looked at too. */
function namedIn(text: string): Places {
  const { reads, changes } = rolesOf(text)
  let places = (text.includes('[') ? MEMORY : 0) | placesOfFlags(flagsRead(text))
  for (const number of [...reads.keys(), ...changes]) places |= 1 << number
  for (const word of text.match(/\b[a-z0-9]+\b/g) ?? []) {
    const number = REGISTER_NUMBERS.get(word)
    if (number !== undefined) places |= 1 << number
  }
  return places
}

const isOne = (places: Places): boolean => places !== 0 && (places & (places - 1)) === 0

const baseOf = ({ seen }: Observed, turn: number): Outcome | undefined => seen.find(one => one.turn === turn && one.places === 0)?.outcome

/** Whether a change made a difference: also where the code faults only then. */
function depends(observed: Observed, { turn, outcome }: Seen): boolean {
  const base = baseOf(observed, turn)
  return base !== undefined && (outcome === undefined || differsBeyondKept(base, outcome))
}

/** The places on which something was seen to depend. */
function readsIn(observed: Observed): Places {
  let reads = 0
  for (const one of observed.seen) if (isOne(one.places) && (reads & one.places) === 0 && depends(observed, one)) reads |= one.places
  return reads
}

/** The places that were changed together and on some of which something depends. */
function suspectsIn(observed: Observed): Places {
  let suspects = 0
  for (const one of observed.seen) if (one.places !== 0 && !isOne(one.places) && depends(observed, one)) suspects |= one.places
  return suspects
}

function accessOf(observed: Observed): Access | undefined {
  const { seen, left } = observed
  if (seen.filter(({ places, outcome }) => places === 0 && outcome !== undefined).length < 2) return undefined
  const suspects = suspectsIn(observed)
  let [writes, kept] = [placesOfFlags(left), 0]
  for (const { turn, places, outcome } of seen) {
    if (outcome === undefined) continue
    writes |= changedPlaces(outcome)
    const base = baseOf(observed, turn)
    // Of what was changed together and made a difference, its members tell.
    if (base !== undefined) kept |= differentPlaces(base, outcome) & (isOne(places) ? places : places & ~suspects)
  }
  return { reads: readsIn(observed), writes, overwrites: writes & ~kept & ~MEMORY }
}
