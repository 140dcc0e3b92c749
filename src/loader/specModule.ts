import { either as E } from 'fp-ts'
import type { Problem } from '../model/problem'
import { invalidOption } from '../validate/optionRules'
import { type Level, type LevelSource, type LoadError, loadLevel, sourceOf } from './loadLevel'

/** A level, with the source from which other threads and machines load it. */
export interface LoadedLevel {
  readonly level: Level
  readonly source: LevelSource
}

/** Loads the level of a `specModule` argument: the path of a module that exports a level, or the name of a built-in level. */
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
    "for example './my-level.ts'; for a level as a value, use buildDataset",
  )
