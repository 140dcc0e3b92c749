import { REGISTER_NAMES, type Result, type Run } from '../processor/processor'
import { changed, isChanged, type Place, PLACES, valueAt } from './changes'
import { FILLS, registerFill, type Start } from './fills'
import {
  differsBeyondKept,
  type EffectsProgram,
  type Executed,
  type Judging,
  type Outcome,
  soundOutcomeOf,
  straightOutcomeOf,
  straightRunOf,
} from './outcome'
import { REGISTER_NUMBERS } from './registerNumbers'
import { undefinedFlagsOf } from './undefinedFlags'

/** What one instruction was seen to do with the places that there are. */
export interface Access {
  readonly reads: ReadonlySet<Place>
  readonly writes: ReadonlySet<Place>
  /** Those of which nothing is left, whatever they held. */
  readonly overwrites: ReadonlySet<Place>
}

/** An instruction is run from so many states, which have its addresses in common. */
const TURNS = 3
/** The same of those that may show what they read in flags or in a small number alone. */
const MORE_TURNS = 12
const SHOWS_LITTLE = /^(?:and|or|test|andn|popcnt|cmp|bt[rs]?|scas.|cmps.|xlatb)\b/

interface Planned {
  readonly alone: EffectsProgram
  /** The flags that it leaves undefined. */
  readonly left: number
  readonly part: number
  readonly turn: number
  /** The places that hold something else than the base of the turn; none in the base itself. */
  readonly places: readonly Place[]
  readonly run: Run
}

/** Observes each instruction of code as it was executed: changes one place after another, and looks at what changes. */
export function* observeAccess(program: EffectsProgram, { executed, start }: Outcome): Judging<readonly Access[] | string> {
  const parts = executed.map((step, part) => ({ alone: aloneOf(program, part), step, starts: startsFor(program, step, start) }))
  const plan = parts.flatMap(({ alone, starts, step }, part) =>
    starts.flatMap((base, turn) => [[], ...groupsFor(alone, turn)].map(places => planned(alone, step, { part, turn, places, base }))),
  )
  const results = yield plan.map(({ run }) => run)
  if (results.includes(undefined)) return 'the processor cannot run this code'
  const seen = results.map((result, index) => seenIn(plan[index] as Planned, result))
  const suspects = parts.map((_, part) => groupsSeen(part, plan, seen))
  const more = parts.flatMap(({ alone, starts, step }, part) =>
    starts
      .slice(0, CONDITIONS.length)
      .flatMap((base, turn) => (suspects[part] ?? []).map(place => planned(alone, step, { part, turn, places: [place], base }))),
  )
  const seenMore =
    more.length === 0 ? [] : (yield more.map(({ run }) => run)).map((result, index) => seenIn(more[index] as Planned, result))
  const accesses: Access[] = []
  for (const [part, { alone, step }] of parts.entries()) {
    const left = undefinedFlagsOf(alone.parts[0]?.text ?? '', step.before)
    const access = accessOf(part, [...plan, ...more], [...seen, ...seenMore], suspects[part] ?? [], left)
    if (access === undefined) return 'an instruction can be run from one state only'
    accesses.push(access)
  }
  return accesses
}

/** One instruction where it stands, without the others. */
function aloneOf({ ip, bytes, parts, registerBits }: EffectsProgram, part: number): EffectsProgram {
  const { text, offset, length } = parts[part] as EffectsProgram['parts'][number]
  return { ip: ip + offset, bytes: bytes.subarray(offset, offset + length), parts: [{ text, offset: 0, length }], registerBits }
}

/** The registers by which an instruction reaches memory without saying so. */
function impliedAddress(text: string): readonly string[] {
  if (text === 'leave') return ['rbp']
  if (text === 'xlatb') return ['rbx']
  return /^(?:push|pop|enter)\b/.test(text) ? ['rsp'] : []
}

/** Flags with which every condition is fulfilled once and once not. */
const CONDITIONS = [0, 0x0c5, 0x800]

/** The state before an instruction, and others that have the registers of its address in common with it. */
function startsFor({ parts, registerBits }: EffectsProgram, { index, before }: Executed, start: Start): readonly Start[] {
  const text = parts[index]?.text ?? ''
  const inAddress = new Set([
    ...(text.match(/\[[^\]]*\]/g) ?? []).flatMap(address => address.match(/r\w+/g) ?? []),
    ...impliedAddress(text),
  ])
  return Array.from({ length: SHOWS_LITTLE.test(text) ? MORE_TURNS : TURNS }, (_, turn) => {
    const registers = before.registers.map((value, number) => {
      return inAddress.has(REGISTER_NAMES[number] as string)
        ? value
        : BigInt.asUintN(number < 8 ? registerBits : 64, registerFill(FILLS + turn, number))
    })
    return { ...changed(start, 'mem', turn, registerBits), registers, flags: CONDITIONS[turn % CONDITIONS.length] as number }
  })
}

/** Flags that are changed together: of every two flags that a condition looks at, one alone in one of them. */
const FLAG_GROUPS = [0x001 | 0x010 | 0x080, 0x004 | 0x010 | 0x800, 0x040 | 0x080 | 0x800, 0x400]

/** What is changed alone, and what together because hardly ever anything depends on it: flags, and what a text does not name. */
function groupsFor({ parts }: EffectsProgram, turn: number): readonly (readonly Place[])[] {
  const text = parts[0]?.text ?? ''
  const named = namedIn(text)
  const isNamed = (place: Place): boolean => (place === 'mem' ? text.includes('[') : isRegister(place) && named.has(place.register))
  const alone = PLACES.filter(isNamed).map(place => [place])
  // That a flag or something that is not named is looked at shows for certain, once every condition was fulfilled and not.
  if (turn >= CONDITIONS.length) return alone
  const unnamed = PLACES.filter(place => !isFlag(place) && !isNamed(place))
  return [...alone, unnamed, ...FLAG_GROUPS.map(bits => PLACES.filter(place => isFlag(place) && (place.flag & bits) !== 0))]
}

const isFlag = (place: Place): place is { readonly flag: number } => typeof place === 'object' && 'flag' in place
const isRegister = (place: Place): place is { readonly register: number } => typeof place === 'object' && 'register' in place

/** The registers of which a text names the whole or a part. */
function namedIn(text: string): ReadonlySet<number> {
  const named = new Set<number>()
  for (const [word] of text.matchAll(/\b[a-z0-9]+\b/g)) {
    const number = REGISTER_NUMBERS.get(word)
    if (number !== undefined) named.add(number)
  }
  return named
}

function planned(
  alone: EffectsProgram,
  { before }: Executed,
  { part, turn, places, base }: Pick<Planned, 'part' | 'turn' | 'places'> & { readonly base: Start },
): Planned {
  const left = undefinedFlagsOf(alone.parts[0]?.text ?? '', before)
  const start = places.reduce((from, place) => changed(from, place, turn, alone.registerBits), base)
  return { alone, left, part, turn, places, run: straightRunOf(alone, start) }
}

/** What an instruction did, if it did what is defined. */
function seenIn({ alone, left, run }: Planned, result: Result | undefined): Outcome | undefined {
  return soundOutcomeOf(alone, straightOutcomeOf(alone, run, result, { clear: left, set: 0 }))
}

/** The places that were changed together and on some of which something depends. */
function groupsSeen(part: number, plan: readonly Planned[], seen: readonly (Outcome | undefined)[]): readonly Place[] {
  const bases = basesOf(part, plan, seen)
  const suspects = new Set<Place>()
  for (const [index, one] of plan.entries()) {
    if (one.part !== part || one.places.length < 2 || !depends(bases.get(one.turn), seen[index])) continue
    for (const place of one.places) suspects.add(place)
  }
  return [...suspects]
}

const basesOf = (
  part: number,
  plan: readonly Planned[],
  seen: readonly (Outcome | undefined)[],
): ReadonlyMap<number, Outcome | undefined> =>
  new Map(plan.flatMap((one, index) => (one.part === part && one.places.length === 0 ? [[one.turn, seen[index]] as const] : [])))

/** Whether a change made a difference: also where the code faults only then. */
const depends = (base: Outcome | undefined, outcome: Outcome | undefined): boolean =>
  base !== undefined && (outcome === undefined || differsBeyondKept(base, outcome))

function accessOf(
  part: number,
  plan: readonly Planned[],
  seen: readonly (Outcome | undefined)[],
  suspects: readonly Place[],
  left: number,
): Access | undefined {
  const bases = basesOf(part, plan, seen)
  if ([...bases.values()].filter(base => base !== undefined).length < 2) return undefined
  const [reads, writes, kept] = [new Set<Place>(), new Set<Place>(), new Set<Place>()]
  for (const [index, one] of plan.entries()) {
    if (one.part !== part) continue
    const [base, outcome] = [bases.get(one.turn), seen[index]]
    if (one.places.length === 1 && depends(base, outcome)) reads.add(one.places[0] as Place)
    if (outcome === undefined) continue
    for (const place of PLACES) if (!writes.has(place) && isChanged(outcome, place)) writes.add(place)
    // Of a group on which something depends, its members tell.
    if (base === undefined) continue
    for (const place of one.places.length > 1 ? one.places.filter(place => !suspects.includes(place)) : one.places)
      if (valueAt(base, place) !== valueAt(outcome, place)) kept.add(place)
  }
  for (const place of PLACES) if (typeof place === 'object' && 'flag' in place && (left & place.flag) !== 0) writes.add(place)
  return { reads, writes, overwrites: new Set([...writes].filter(place => place !== 'mem' && !kept.has(place))) }
}
