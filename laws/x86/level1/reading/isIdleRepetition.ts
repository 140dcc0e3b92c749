import type { StateBefore } from './stateBefore'
import type { Statement } from './statement'

const RCX = 1

/** Whether an instruction is repeated not even once in this state: then it reads and changes nothing. */
export const isIdleRepetition = ({ prefix }: Statement, { registers }: Pick<StateBefore, 'registers'>): boolean =>
  prefix?.startsWith('rep') === true && registers[RCX] === 0n
