import { move } from 'piscina'
import type { DrawTask } from './drawTask'
import { runDrawTask } from './runDrawTask'

/** Runs a task in a worker thread. The bytes of the result are transferred, not copied. */
export default async function drawAndMove(task: DrawTask): Promise<unknown> {
  const bytes = await runDrawTask(task)
  return move(bytes.buffer)
}
