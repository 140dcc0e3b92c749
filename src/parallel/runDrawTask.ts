import { either as E } from 'fp-ts'
import { type Level, loadLevel } from '../loader/loadLevel'
import { oracleBatchSizeOf } from '../model/oracleBatchSize'
import { type PreparedBuild, prepare } from '../build/pipeline'
import { renderError } from '../reporters/text/renderProblem'
import { Attempts } from '../build/attempts'
import { unitOrder } from '../build/unitOrder'
import type { UnitRecord } from '../build/unitRecord'
import { planDigest } from '../stages/plan/planDigest'
import type { Unit } from '../stages/plan/plan'
import type { DrawTask } from './drawTask'
import { LevelMismatch } from './levelMismatch'

/** Dataset that this worker has prepared. */
interface KnownDataset {
  readonly prepared: PreparedBuild<unknown, unknown>
  readonly attempts: Attempts<unknown, unknown>
  readonly unitAt: (position: number) => Unit
}

const levels = new Map<string, Promise<Level>>()
const datasets = new Map<string, KnownDataset>()

/**
 * Draws the units of a task and returns their records as JSON in UTF-8. If the level differs from the level of the task, returns
 * the message of the mismatch, as a JSON string.
 */
export async function runDrawTask(task: DrawTask): Promise<Uint8Array<ArrayBuffer>> {
  const answer = await preparedDataset(task).then(dataset => drawUnits(task, dataset), mismatchMessage)
  return new TextEncoder().encode(JSON.stringify(answer))
}

function drawUnits(task: DrawTask, { prepared, attempts, unitAt }: KnownDataset): readonly UnitRecord[] {
  const batch = oracleBatchSizeOf(prepared.spec)
  const records: UnitRecord[] = []
  for (let start = task.start; start < task.end; start += batch) {
    const units = Array.from({ length: Math.min(batch, task.end - start) }, (_, index) => unitAt(start + index))
    records.push(...attempts.records(units))
  }
  return records
}

function mismatchMessage(thrown: unknown): string {
  if (thrown instanceof LevelMismatch) return thrown.message
  throw thrown
}

async function preparedDataset(task: DrawTask): Promise<KnownDataset> {
  const { source, seed, count } = task
  const key = JSON.stringify([source, seed, count])
  const spec = await levelOf(task)
  const cached = datasets.get(key)
  if (cached !== undefined) return cached
  const prepared = prepare(spec, BigInt(seed), { count })
  if (E.isLeft(prepared)) throw new LevelMismatch(renderError(prepared.left))
  const { plan } = prepared.right
  if (spec.name !== task.level || spec.version !== task.version || planDigest(plan) !== task.plan)
    throw new LevelMismatch(`${source.name} gives ${spec.name} ${spec.version}, plan ${planDigest(plan)}, in a thread`)
  const dataset = { prepared: prepared.right, attempts: new Attempts(spec, BigInt(seed)), unitAt: unitOrder(spec, BigInt(seed), plan) }
  datasets.clear()
  datasets.set(key, dataset)
  return dataset
}

/** Loads the level of a task, once for all its tasks, because loading its tools is slow. */
function levelOf({ source }: DrawTask): Promise<Level> {
  const key = JSON.stringify(source)
  const cached = levels.get(key)
  if (cached !== undefined) return cached
  const loading = loadLevel(source, { options: { name: 'specModule', module: 'specModule' } }).then(level => {
    if (E.isLeft(level)) throw new LevelMismatch(renderError(level.left))
    return level.right
  })
  levels.set(key, loading)
  return loading
}
