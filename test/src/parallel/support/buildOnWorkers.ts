import { either as E } from 'fp-ts'
import type { BuildError, BuildOptions, Dataset, LevelSpec } from 'genesis-datasets'
import { collectDataset } from '../../../../src/build/collectDataset'
import { waitFor } from '../../../../src/io/waitFor'
import type { DrawTask } from '../../../../src/parallel/drawTask'
import { DrawnByWorkers } from '../../../../src/parallel/workerAttempts'
import { prepare, settledUnits } from '../../../../src/build/pipeline'
import { Attempts } from '../../../../src/build/attempts'
import { unitOrder } from '../../../../src/build/unitOrder'
import type { UnitRecord } from '../../../../src/build/unitRecord'

/** Options of a build with simulated workers. */
export interface WorkerBuildOptions extends BuildOptions {
  /** Number of units per task. */
  readonly size: number
  readonly workers?: number
  /** Replacement of a worker: its result, or its way to die. */
  readonly draw?: (task: DrawTask, drawTask: () => readonly UnitRecord[]) => Promise<readonly UnitRecord[]>
}

/** Returns the dataset from attempts that were serialized and parsed again, in tasks of any size. */
export async function buildOnWorkers<Q, A>(
  spec: LevelSpec<Q, A>,
  seed: number,
  { size, workers = 2, draw = async (_, drawTask) => drawTask(), ...options }: WorkerBuildOptions,
): Promise<E.Either<BuildError, Dataset>> {
  const prepared = prepare(spec, seed, options)
  if (E.isLeft(prepared)) return prepared
  const attempts = new Attempts(spec, seed)
  const unitAt = unitOrder(spec, seed, prepared.right.plan)
  const recordsOf = ({ start, end }: DrawTask): readonly UnitRecord[] =>
    attempts.records(Array.from({ length: end - start }, (_, index) => unitAt(start + index))).map(asWritten)
  const pool = { workers, draw: (task: DrawTask) => draw(task, () => recordsOf(task)) }
  const units = settledUnits(
    prepared.right,
    undefined,
    new DrawnByWorkers(prepared.right, { kind: 'name', name: spec.name }, pool, { size }),
  )
  const dataset = collectDataset()
  for (;;) {
    const next = units.next()
    if (next.done === true) return E.map(dataset.finish)(next.value)
    if ('until' in next.value) await waitFor(next.value)
    else for (const row of next.value.rows) dataset.add(row)
  }
}

const asWritten = (record: UnitRecord): UnitRecord => JSON.parse(JSON.stringify(record)) as UnitRecord
