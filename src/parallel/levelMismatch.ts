/** Why a thread draws nothing: it cannot load the level, or has another one. No part of the dataset would fare better. */
export class LevelRefused extends Error {
  override readonly name = 'LevelRefused'
}
