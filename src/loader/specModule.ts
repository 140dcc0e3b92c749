import { either as E } from 'fp-ts'
import type { Problem } from '../model/problem'
import { invalidOption } from '../validate/optionRules'
import { type Level, type LevelSource, type LoadError, loadLevel, sourceOf } from './loadLevel'

/** A level, and by what other threads and machines find it. */
export interface LoadedLevel {
  readonly level: Level
  readonly source: LevelSource
}

/** The level of a `specModule`: the path of the module that exports it, or the name of a level of ours. */
export async function loadSpecModule(specModule: unknown): Promise<E.Either<LoadError, LoadedLevel>> {
  if (typeof specModule !== 'string' || specModule === '') return E.left({ _tag: 'LoadError', problems: [invalidModule(specModule)] })
  const source = sourceOf(specModule)
  const level = await loadLevel(source, { options: { name: 'specModule', module: 'specModule' } })
  return E.map((loaded: Level) => ({ level: loaded, source }))(level)
}

const invalidModule = (received: unknown): Problem =>
  invalidOption(
    'specModule',
    'the path of a module, or the name of a level',
    received,
    "such as './my-level.ts'; a level as a value is built by buildDataset",
  )
