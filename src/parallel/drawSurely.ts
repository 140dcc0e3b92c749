import { either as E } from 'fp-ts'
import type { Problem } from '../model/problem'
import type { UnitRecord } from '../stages/dedupe/unitRecord'
import type { DrawTask } from './drawTask'
import type { WorkerPool } from './workerPool'

/**
 * Has a task drawn; again, where its worker dies; then unit by unit, to find the one on which workers die: `died` tells its problem.
 * It never rejects.
 */
export async function drawSurely(
  { draw }: Pick<WorkerPool, 'draw'>,
  task: DrawTask,
  died: (place: number, thrown: unknown) => Problem,
): Promise<E.Either<Problem, readonly UnitRecord[]>> {
  try {
    return E.right(await draw(task).catch(() => draw(task)))
  } catch {
    const records: UnitRecord[] = []
    for (let start = task.start; start < task.end; start++) {
      try {
        records.push(...(await draw({ ...task, start, end: start + 1 })))
      } catch (thrown) {
        return E.left(died(start, thrown))
      }
    }
    return E.right(records)
  }
}
