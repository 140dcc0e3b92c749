import { elfOf, PROTECTION } from './elf'
import { filterBytes } from './filter'
import { joinCode } from './machineCode'
import { START_UP } from './startUp'
import { SIGNAL_STACK_BYTES, STATE } from './state'
import { STEPS } from './steps'
import { TURNS } from './turns'
import { WAY_BACK } from './wayBack'

const CODE = 0x1000
const DATA = 0x2000
/** Offsets in the data. Below the signal stack lies a small stack of the harness, which grows down. */
const FILTER = STATE.size
const SIGNAL_STACK = 0x1000

/** Limit of the harness's processor time, in seconds, in case its parent does not end it. */
const TIME_LIMIT_SECONDS = 60n

/** Builds the program that runs code under watch: an ELF file for Linux on x86-64, always the same bytes. */
export function harness(): Uint8Array {
  const labelAddresses = {
    ...{ state: DATA, filter: DATA + FILTER, signalStack: DATA + SIGNAL_STACK },
    ...{ stackPointer: DATA + STATE.stackPointer, ownStack: DATA + SIGNAL_STACK },
  }
  const code = joinCode(
    [...START_UP, ...STEPS, ...WAY_BACK, ...TURNS],
    new Map(Object.entries(labelAddresses).map(([name, address]) => [name, address - CODE])),
  )
  if (code.length > DATA - CODE) throw new Error('harness: more than a page of code')
  return elfOf(
    [
      { address: CODE, bytes: code, size: code.length, protection: PROTECTION.read | PROTECTION.execute },
      { address: DATA, bytes: initialData(), size: SIGNAL_STACK + SIGNAL_STACK_BYTES, protection: PROTECTION.read | PROTECTION.write },
    ],
    CODE,
  )
}

/** Returns the initial data: the state before the first instruction, and the filter. */
function initialData(): Uint8Array {
  const filter = filterBytes()
  const data = new Uint8Array(FILTER + filter.length)
  const view = new DataView(data.buffer)
  view.setBigUint64(STATE.timeLimit, TIME_LIMIT_SECONDS, true)
  view.setBigUint64(STATE.timeLimit + 8, TIME_LIMIT_SECONDS, true)
  data.set(filter, FILTER)
  return data
}
