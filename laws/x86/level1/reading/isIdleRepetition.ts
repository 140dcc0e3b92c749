import type { StateBefore } from './stateBefore'
import type { Statement } from './statement'

const RCX = 1

/** Returns true if an instruction has zero repetitions in this state, so that it reads and changes nothing. */
export const isIdleRepetition = ({ prefix }: Statement, { registers }: Pick<StateBefore, 'registers'>): boolean =>
  prefix?.startsWith('rep') === true && registers[RCX] === 0n
