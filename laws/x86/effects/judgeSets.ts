import type { Verdict } from '../../../src/model/oracle'
import { DATA_END, DATA_START, FLAG_BITS, REGISTER_NAMES, type Result, type Run } from '../processor/processor'
import { cannotJudge, onlyAnswer } from '../verdicts'
import { changed, isChanged, type Place, PLACES } from './changes'
import type { EffectsInput } from './effectsInput'
import { holdsAll, type Start, startsOf } from './fills'
import type { Judging } from './judgeValues'
import { behind, differsBeyondKept, type EffectsProgram, type Outcome, outcomeOf, runOf } from './outcome'
import { undefinedFlagsOf, unsupportedOf } from './undefinedFlags'

/** From so many starts it is tried what depends on what: the one that is told, and others. */
const STARTS = 4

interface Planned {
  readonly turn: number
  readonly place: Place | undefined
  readonly start: Start
}

/** Judges which places code reads and which it writes: by changing one after another, and looking at what changes. */
export function* judgeSets(input: EffectsInput, program: EffectsProgram): Judging<Verdict<string>> {
  const told = startsOf(input, STARTS)
  if (!told.every(start => holdsAll(input, start))) return cannotJudge('memory is told of in more than one place')
  const left = program.parts.map(({ text }) => undefinedFlagsOf(text, told[0] as Start))
  const forced = left.map(bits => ({ clear: bits, set: 0 }))
  const plan = told.flatMap((start, turn) => planned(turn, turn === 0 ? start : untold(start, input)))
  const runs = [...told, ...plan.map(({ start }) => start)].map(start => runOf(program, start, forced))
  const results = yield runs
  const truth = truthOf(input, program, told, results)
  if (truth === undefined) return cannotJudge('a fault, or a statement that is true of some states only')
  if (!truth) return { _tag: 'Refuse', type: 'contradictory' }
  const sets = setsOf(program, plan, results.slice(told.length))
  if (typeof sets === 'string') return cannotJudge(sets)
  const undefinedBits = left.reduce((all, bits) => all | bits, 0)
  const isUndefined = (place: Place): boolean => typeof place === 'object' && 'flag' in place && (undefinedBits & place.flag) !== 0
  const writes = PLACES.filter(place => sets.writes.has(place) || isUndefined(place))
  return onlyAnswer(`reads: ${names(PLACES.filter(place => sets.reads.has(place)))}\nwrites: ${names(writes)}`)
}

const planned = (turn: number, base: Start): readonly Planned[] =>
  [undefined, ...PLACES].map(place => ({ turn, place, start: place === undefined ? base : changed(base, place, turn) }))

/** A start of which nothing is as told but the registers that point to data: sets belong to code, and not to a state. */
function untold(start: Start, { known, ip }: EffectsInput): Start {
  const free = startsOf({ task: '', ip, code: [], known: NOTHING, ask: 'sets', flag: undefined, given: undefined }, STARTS)
  const other = free[1 + (start.fill % 3)] as Start
  const registers = start.registers.map((value, number) =>
    !known.registers.has(number) || (value >= DATA_START && value < DATA_END) ? value : (other.registers[number] as bigint),
  )
  return { ...start, registers, flags: start.flags & ~known.flags.told }
}

const NOTHING = { registers: new Map<number, bigint>(), flags: { told: 0, set: 0 }, memory: new Map<number, number>() }

/** What is read and written by what the runs of a plan came to; a text where they tell nothing. */
function setsOf(
  program: EffectsProgram,
  plan: readonly Planned[],
  results: readonly (Result | undefined)[],
): { readonly reads: ReadonlySet<Place>; readonly writes: ReadonlySet<Place> } | string {
  const [reads, writes] = [new Set<Place>(), new Set<Place>()]
  let base: Outcome | undefined
  let bases = 0
  for (const [index, { place, start }] of plan.entries()) {
    const outcome = soundOutcome(program, start, results[index])
    if (place === undefined) {
      base = outcome
      if (outcome !== undefined) bases += 1
    } else if (base !== undefined && (outcome === undefined || differsBeyondKept(base, outcome))) reads.add(place)
    if (outcome !== undefined) for (const one of PLACES) if (isChanged(outcome, one)) writes.add(one)
  }
  return bases < 2 ? 'the code can be run from one state only' : { reads, writes }
}

/** What became of a run that ended as it should, with a result that is defined. */
function soundOutcome(program: EffectsProgram, start: Start, result: Result | undefined): Outcome | undefined {
  const outcome = outcomeOf(program, start, result)
  if (typeof outcome === 'string' || outcome.result.ending._tag !== 'Left') return undefined
  const isSound = outcome.executed.every(({ index, before, after }) => unsupportedOf(program.parts[index]?.text ?? '', before, after) === undefined)
  return isSound ? outcome : undefined
}

/** Whether what is stated of a register is so from every start that is as told; undefined where that differs. */
function truthOf(
  { given, flag }: EffectsInput,
  program: EffectsProgram,
  told: readonly Start[],
  results: readonly (Result | undefined)[],
): boolean | undefined {
  if (flag !== undefined) return undefined
  const outcomes = told.map((start, index) => soundOutcome(program, start, results[index]))
  if (given === undefined) return outcomes[0] === undefined ? undefined : true
  const said = new Set(outcomes.map(outcome => (outcome === undefined ? undefined : behind(outcome, given.index)?.registers[given.register])))
  if (said.has(undefined)) return undefined
  return said.has(given.value) ? (said.size === 1 ? true : undefined) : false
}

function names(places: readonly Place[]): string {
  const flagNames = Object.entries(FLAG_BITS)
  const spelled = places.map(place => {
    if (place === 'mem') return 'mem'
    return 'flag' in place ? (flagNames.find(([, bit]) => bit === place.flag)?.[0] ?? '') : REGISTER_NAMES[place.register]
  })
  return spelled.length === 0 ? 'none' : spelled.join(' ')
}
