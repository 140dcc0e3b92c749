import { either as E } from 'fp-ts'
import { nodeDisk } from '../io/disk/disk'
import { type BuildFilesOptions, drawJob } from '../io/buildFiles/drawJob'
import type { DrawResult } from '../io/buildFiles/drawResult'
import { drawSteps } from '../io/buildFiles/drawSteps'
import { type FileResult, runSteps } from '../io/steps'
import type { Level, LevelSource } from '../loader/loadLevel'
import { fileError } from '../model/problem'
import type { Seed } from '../model/seed'
import { validateOptions } from '../validate/optionRules'
import { WORKER_RULES } from './parallelRules'
import { type ThreadOptions, withWorkers } from './withWorkers'

/** Draws the files of `generateFiles`, or with splits the files of `buildFiles`, on threads that load the level from its source. */
export async function drawFilesParallel(
  level: Level,
  source: LevelSource,
  seed: Seed,
  { workers, ...options }: BuildFilesOptions & ThreadOptions,
  withSplits: boolean,
): FileResult<DrawResult> {
  const threads = { ...(workers !== undefined && { workers }) }
  const problems = validateOptions(threads, WORKER_RULES)
  const job = drawJob(level, seed, options, withSplits, nodeDisk)
  if (E.isLeft(job)) return E.left(fileError([...job.left.problems, ...problems]))
  if (problems.length > 0) return E.left(fileError(problems))
  return withWorkers(job.right.prepared, source, threads, attemptSource => runSteps(drawSteps(job.right, attemptSource), options))
}
