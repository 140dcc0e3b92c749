import { either as E } from 'fp-ts'
import type { LoadedLevel } from '../../loader/specModule'
import type { CommandError } from '../commandError'
import { type Level, type LevelChoice, loadLevel, sourceOfChoice } from './loadLevel'

/** The level that was typed, and by what other threads find it. */
export async function levelWithSource(choice: LevelChoice): Promise<E.Either<CommandError, LoadedLevel>> {
  const source = await sourceOfChoice(choice)
  if (E.isLeft(source)) return source
  return E.map((level: Level) => ({ level, source: source.right }))(await loadLevel(choice))
}
