import { join } from 'node:path'
import { either as E } from 'fp-ts'
import type { Problem } from '../../model/problem'
import type { AttemptSource } from '../../build/attemptSource'
import type { Attempt } from '../../build/attempt'
import { attemptsOf, type UnitRecord } from '../../build/unitRecord'
import { UNITS } from '../layout'
import { trustedLines } from '../read/trustedRows'
import type { ChosenShard } from './chooseShards'
import { unitRange } from './shard'

/** Number of units that are read together. */
const BATCH = 64

/** Source of the attempts that shards record; it reads one shard after another. */
export class ShardReader implements AttemptSource<never> {
  private lines: Iterator<string> | undefined
  /** Position, in the order of units, of the line that is read next. */
  private position = 0

  constructor(
    private readonly shards: readonly ChosenShard[],
    private readonly unitCount: number,
  ) {}

  *attemptsFrom(position: number): Generator<never, E.Either<Problem, readonly (readonly Attempt[])[]>> {
    while (this.position < position) this.next()
    const length = Math.min(BATCH, this.unitCount - position)
    return E.right(Array.from({ length }, () => attemptsOf(JSON.parse(this.next()) as UnitRecord)))
  }

  /** Returns the next line; continues with the next shard at the end of a shard. */
  private next(): string {
    for (;;) {
      this.lines ??= trustedLines(join(this.shardAt(this.position).folder, UNITS))[Symbol.iterator]()
      const next = this.lines.next()
      if (next.done !== true) {
        this.position += 1
        return next.value
      }
      this.lines = undefined
    }
  }

  private shardAt(position: number): ChosenShard {
    return this.shards.find(({ manifest }) => position < unitRange(manifest.shard, this.unitCount).end) as ChosenShard
  }
}
