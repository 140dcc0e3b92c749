import { either as E } from 'fp-ts'
import type { Problem } from '../model/problem'
import type { UnitRecord } from '../build/unitRecord'
import type { DrawTask } from './drawTask'
import { LevelMismatch } from './levelMismatch'
import type { WorkerPool } from './workerPool'

/**
 * Draws a task in the pool, and retries it once if its worker dies. If a worker dies again, it draws unit by unit to find the unit
 * that kills workers, whose problem `toProblem` returns. The promise never rejects.
 */
export async function drawWithRetry(
  { draw }: Pick<WorkerPool, 'draw'>,
  task: DrawTask,
  toProblem: (position: number, thrown: unknown) => Problem,
): Promise<E.Either<Problem, readonly UnitRecord[]>> {
  const records: UnitRecord[] = []
  let at = task.start
  try {
    return E.right(await draw(task).catch(thrown => (thrown instanceof LevelMismatch ? Promise.reject(thrown) : draw(task))))
  } catch (thrown) {
    if (thrown instanceof LevelMismatch) return E.left(levelMismatch(task, thrown))
  }
  try {
    for (; at < task.end; at++) records.push(...(await draw({ ...task, start: at, end: at + 1 })))
    return E.right(records)
  } catch (thrown) {
    return E.left(toProblem(at, thrown))
  }
}

const levelMismatch = ({ source, level, version }: DrawTask, { message }: LevelMismatch): Problem => ({
  _tag: 'InvalidSpec',
  path: source.name,
  expected: `${level} ${version} in every thread`,
  received: message.replace(/\.$/, ''),
  hint: 'a module must export the same level in every thread',
})
