import type { Counterexample } from '../model/problem'
import type { LevelChoice } from './level/chosenLevel'

/** Returns the command that replays a counterexample, quoted for a POSIX shell. A built-in level needs no level option. */
export function replayCommand({ token }: Counterexample, { level, module }: LevelChoice): string {
  const levelWords = module !== undefined ? ['--module', module] : level !== undefined ? ['--level', level] : []
  return ['genesis-datasets', 'reproduce', ...levelWords, token].map(shellWord).join(' ')
}

/** Quotes a word for a POSIX shell, unless all its characters are safe. */
const shellWord = (word: string): string => (/^[\w./:@%+,=-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`)
