import { either as E } from 'fp-ts'
import type { Problem } from '../model/problem'
import type { UnitRecord } from '../build/unitRecord'
import type { DrawTask } from './drawTask'
import { LevelRefused } from './levelMismatch'
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
  const records: UnitRecord[] = []
  let at = task.start
  try {
    return E.right(await draw(task).catch(thrown => (thrown instanceof LevelRefused ? Promise.reject(thrown) : draw(task))))
  } catch (thrown) {
    if (thrown instanceof LevelRefused) return E.left(refused(task, thrown))
  }
  try {
    for (; at < task.end; at++) records.push(...(await draw({ ...task, start: at, end: at + 1 })))
    return E.right(records)
  } catch (thrown) {
    return E.left(died(at, thrown))
  }
}

const refused = ({ source, level, version }: DrawTask, { message }: LevelRefused): Problem => ({
  _tag: 'InvalidSpec',
  path: source.name,
  expected: `${level} ${version} in every thread`,
  received: message.replace(/\.$/, ''),
  hint: 'a module must export the same level wherever it is loaded',
})
