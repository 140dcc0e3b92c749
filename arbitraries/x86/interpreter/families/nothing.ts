import type { Effect } from '../machine'
import { inStack, memoryAt } from '../machine'
import { raise } from '../outcome'

const nothing: Effect = () => {}

/** Reads no value, but faults as a read of the byte would (SDM, CLFLUSH). */
const flush: Effect = (machine, instruction) => {
  const { address } = memoryAt(instruction, 0)
  machine.memory.requireAccess(machine.address(address), 1, inStack(address))
}

const NAMES = 'nop pause lfence sfence mfence endbr32 endbr64 prefetch prefetchnta prefetcht0 prefetcht1 prefetcht2 prefetchw'

/** Effects of instructions that change nothing, by mnemonic. Hints read neither their memory nor its address. */
export const NOTHING: Readonly<Record<string, Effect>> = {
  ...Object.fromEntries(NAMES.split(' ').map(name => [name, nothing])),
  clflush: flush,
  ud2: () => raise('#UD'),
}
