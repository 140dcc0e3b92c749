import { undefinedFlagsOf } from '../../../../../laws/x86/level1/reading/undefinedFlags'
import { REGISTER_NAMES, type Result, FLAG_BITS, type Run, WINDOW_BYTES } from '../../../../../laws/x86/processor/processor'
import type { Outcome } from '../../../../../arbitraries/x86/interpreter/outcome'
import { FLAGS, type Flag, type State } from '../../../../../arbitraries/x86/interpreter/state'

/** Describes how the interpreter and the processor differ on the same run of an instruction; empty if they agree. */
export const differences = (text: string, run: Run, outcome: Outcome, result: Result | undefined): readonly string[] => [
  ...stateDifferences(run, outcome, result),
  ...(outcome._tag === 'Ran' ? undefinedDifferences(text, run, outcome.undefinedAfter) : []),
]

/** Describes the differences for a run of any code, as far as its states show them. */
export function stateDifferences(run: Run, outcome: Outcome, result: Result | undefined): readonly string[] {
  if (outcome._tag !== 'Ran' && outcome._tag !== 'Fault') return [`the interpreter says ${outcome._tag}`]
  if (result === undefined) return ['the processor cannot run it']
  const [interpreted, real] = [endOf(run, outcome), realEnd(result)]
  return [
    ...(interpreted === real ? [] : [`ends: interpreter ${interpreted}, processor ${real}`]),
    ...registerDifferences(outcome.state, result),
    ...flagDifferences(outcome.state, outcome.undefinedAfter, result),
    ...memoryDifferences(run, outcome.state, result),
  ]
}

const hex = (value: bigint | number | undefined): string => (value === undefined ? '?' : `0x${value.toString(16)}`)

function endOf({ ip, code }: Run, outcome: Extract<Outcome, { _tag: 'Ran' | 'Fault' }>): string {
  if (outcome._tag === 'Ran') return `at ${hex(outcome.next._tag === 'Jump' ? outcome.next.to : ip + code.length)}`
  const fault = outcome.fault === '#SS' ? 'other' : outcome.fault
  return `${fault} in ${hex(ip)} reaching ${hex(outcome.address ?? 0)}`
}

function realEnd({ ending }: Result): string {
  if (ending._tag === 'Left') return `at ${hex(ending.to)}`
  return ending._tag === 'Fault' ? `${ending.fault} in ${hex(ending.at)} reaching ${hex(ending.address)}` : ending._tag
}

function registerDifferences({ registers }: State, { last }: Result): readonly string[] {
  const found: string[] = []
  for (const [number, name] of REGISTER_NAMES.entries())
    if (registers[number] !== last.registers[number])
      found.push(`${name}: interpreter ${hex(registers[number])}, processor ${hex(last.registers[number])}`)
  return found
}

function flagDifferences({ flags }: State, undefinedAfter: ReadonlyMap<Flag, number>, { last }: Result): readonly string[] {
  const found: string[] = []
  for (const flag of FLAGS) {
    const real = (last.flags & FLAG_BITS[flag]) !== 0
    if (!undefinedAfter.has(flag) && flags[flag] !== real) found.push(`${flag}: interpreter ${flags[flag]}, processor ${real}`)
  }
  return found
}

/** The state lists written bytes only; a byte outside the window may have been written with its old value. */
function memoryDifferences({ window, memory, fill }: Run, state: State, result: Result): readonly string[] {
  const expected = Uint8Array.from(memory)
  let strays = false
  for (const [address, byte] of state.memory) {
    const place = Number(address) - window
    if (place >= 0 && place < WINDOW_BYTES) expected[place] = byte
    else strays ||= byte !== fill
  }
  const found = strays === result.strayed ? [] : [`writes outside of the window: interpreter ${strays}, processor ${result.strayed}`]
  for (let place = 0; place < WINDOW_BYTES; place++)
    if (expected[place] !== result.memory[place])
      found.push(`mem[${hex(window + place)}]: interpreter ${hex(expected[place])}, processor ${hex(result.memory[place])}`)
  return found
}

/** Ignores a flag that the interpreter leaves undefined. The oracle's independent table must agree that it is undefined. */
function undefinedDifferences(text: string, run: Run, undefinedAfter: ReadonlyMap<Flag, number>): readonly string[] {
  const bits = undefinedFlagsOf(text, run)
  const listed = FLAGS.filter(flag => (bits & FLAG_BITS[flag]) !== 0)
  const same = listed.length === undefinedAfter.size && listed.every(flag => undefinedAfter.has(flag))
  return same ? [] : [`undefined: interpreter ${[...undefinedAfter.keys()].join(' ')}, oracle ${listed.join(' ')}`]
}
