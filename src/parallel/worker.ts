import { move } from 'piscina'
import type { DrawTask } from './drawTask'
import { drawTaskHere } from './runDrawTask'

/** What a worker thread runs: the bytes are handed over, not copied. */
export default async function drawAndMove(task: DrawTask): Promise<unknown> {
  const bytes = await drawTaskHere(task)
  return move(bytes.buffer)
}
