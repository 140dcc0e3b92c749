import { join } from 'node:path'
import { either as E } from 'fp-ts'
import type { Problem } from '../../model/problem'
import type { Supply } from '../../build/attemptSource'
import type { Tried } from '../../build/attempt'
import { attemptsOf, type UnitRecord } from '../../build/unitRecord'
import { UNITS } from '../layout'
import { linesOfOurs } from '../read/trustedRows'
import type { ChosenShard } from './chosenShards'
import { placesOf } from './shard'

/** How many units are held at once. */
const BATCH = 64

/** Attempts that stand in shards, read one after another. */
export class ReadShards implements Supply<never> {
  private lines: Iterator<string> | undefined
  /** The place of the line that is read next. */
  private place = 0

  constructor(
    private readonly shards: readonly ChosenShard[],
    private readonly unitCount: number,
  ) {}

  *from(place: number): Generator<never, E.Either<Problem, readonly (readonly Tried[])[]>> {
    while (this.place < place) this.next()
    const length = Math.min(BATCH, this.unitCount - place)
    return E.right(Array.from({ length }, () => attemptsOf(JSON.parse(this.next()) as UnitRecord)))
  }

  /** The next line, of the next shard where this one ends. */
  private next(): string {
    for (;;) {
      this.lines ??= linesOfOurs(join(this.shardAt(this.place).folder, UNITS))[Symbol.iterator]()
      const next = this.lines.next()
      if (next.done !== true) {
        this.place += 1
        return next.value
      }
      this.lines = undefined
    }
  }

  private shardAt(place: number): ChosenShard {
    return this.shards.find(({ manifest }) => place < placesOf(manifest.shard, this.unitCount).end) as ChosenShard
  }
}
