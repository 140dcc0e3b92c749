/** Error of a worker that cannot load the level, or has loaded another level. It is not retried: it would occur for every task. */
export class LevelMismatch extends Error {
  override readonly name = 'LevelMismatch'
}
