import { type Edit, PASSES, type Pass } from './choicePasses'

/**
 * Where a search stands. After a success it goes on at the same place, since all that was tried before has just failed;
 * `room` is the least distance that failed there.
 */
export interface Standing {
  readonly pass: number
  readonly place: number
  readonly room?: number
}

export interface Edited {
  readonly choices: readonly number[]
  /** Where the search stands if these choices are taken. */
  readonly standing: Standing
}

/** Sequences that may be simpler than one, every pass at every place: from where the search stands to there again. */
export function* edits(made: readonly number[], from: Standing): IterableIterator<Edited> {
  for (let turn = 0; turn <= PASSES.length; turn++) {
    const number = (from.pass + turn) % PASSES.length
    const pass = PASSES[number] as Pass
    const places = pass.places(made.length)
    const end = turn === PASSES.length ? Math.min(from.place + 1, places) : places
    for (let place = turn === 0 ? from.place : 0; place < end; place++) {
      const edit = pass.at(made, place)
      const room = turn === 0 && place === from.place ? from.room : undefined
      if (edit !== undefined) yield* descend(edit, { pass: number, place }, room)
    }
  }
}

/** From here on down every step is tried: among few values, those that break a law need not lie together. */
const FEW = 8

/** The greatest step first, then ever smaller ones: a success after a failure leaves only what lies between. */
function* descend({ distance, by }: Edit, standing: Standing, room?: number): IterableIterator<Edited> {
  let failed = room
  for (let step = failed === undefined ? distance : smaller(Math.min(failed, distance + 1)); step >= 1; step = smaller(step)) {
    yield { choices: by(step), standing: failed === undefined ? standing : { ...standing, room: failed - step } }
    failed = step
  }
}

const smaller = (step: number): number => (step <= FEW ? step - 1 : Math.floor(step / 2))
