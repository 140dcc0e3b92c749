import { either as E } from 'fp-ts'
import { type Level, loadLevel } from '../loader/loadLevel'
import { batchOf } from '../model/batchOf'
import { type Prepared, prepare } from '../build/pipeline'
import { renderError } from '../reporters/text/renderProblem'
import { Attempts } from '../build/attempts'
import { unitOrder } from '../build/unitOrder'
import type { UnitRecord } from '../build/unitRecord'
import { planDigest } from '../stages/plan/planDigest'
import type { Unit } from '../stages/plan/plan'
import type { DrawTask } from './drawTask'
import { LevelRefused } from './levelMismatch'

/** A dataset that this worker knows. */
interface Known {
  readonly prepared: Prepared<unknown, unknown>
  readonly attempts: Attempts<unknown, unknown>
  readonly unitAt: (place: number) => Unit
}

const levels = new Map<string, Promise<Level>>()
const datasets = new Map<string, Known>()

/** The attempts at the units of a task, written down, as JSON in UTF-8; or why the level is not the one that is meant, as a text in JSON. */
export async function drawTaskHere(task: DrawTask): Promise<Uint8Array<ArrayBuffer>> {
  const answer = await known(task).then(dataset => drawn(task, dataset), refusal)
  return new TextEncoder().encode(JSON.stringify(answer))
}

function drawn(task: DrawTask, { prepared, attempts, unitAt }: Known): readonly UnitRecord[] {
  const batch = batchOf(prepared.spec)
  const records: UnitRecord[] = []
  for (let start = task.start; start < task.end; start += batch) {
    const units = Array.from({ length: Math.min(batch, task.end - start) }, (_, index) => unitAt(start + index))
    records.push(...attempts.records(units))
  }
  return records
}

function refusal(thrown: unknown): string {
  if (thrown instanceof LevelRefused) return thrown.message
  throw thrown
}

async function known(task: DrawTask): Promise<Known> {
  const { source, seed, count } = task
  const key = JSON.stringify([source, seed, count])
  const spec = await levelOf(task)
  const there = datasets.get(key)
  if (there !== undefined) return there
  const prepared = prepare(spec, BigInt(seed), { count })
  if (E.isLeft(prepared)) throw new LevelRefused(renderError(prepared.left))
  const { plan } = prepared.right
  if (spec.name !== task.level || spec.version !== task.version || planDigest(plan) !== task.plan)
    throw new LevelRefused(`${source.name} gives ${spec.name} ${spec.version}, plan ${planDigest(plan)}, here`)
  const made = { prepared: prepared.right, attempts: new Attempts(spec, BigInt(seed)), unitAt: unitOrder(spec, BigInt(seed), plan) }
  datasets.clear()
  datasets.set(key, made)
  return made
}

/** Its tools are loaded once. */
function levelOf({ source }: DrawTask): Promise<Level> {
  const key = JSON.stringify(source)
  const there = levels.get(key)
  if (there !== undefined) return there
  const loading = loadLevel(source, { options: { name: 'specModule', module: 'specModule' } }).then(level => {
    if (E.isLeft(level)) throw new LevelRefused(renderError(level.left))
    return level.right
  })
  levels.set(key, loading)
  return loading
}
