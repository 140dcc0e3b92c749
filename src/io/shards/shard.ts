/** Part of a dataset that is drawn separately: its number, from 1, and the total of shards. */
export interface Shard {
  readonly number: number
  readonly of: number
}

/** Range of positions in the order of units, `end` exclusive. The ranges of all shards cover each position once. */
export interface UnitRange {
  readonly start: number
  readonly end: number
}

/** Returns the positions of a shard's units. */
export const unitRange = ({ number, of }: Shard, unitCount: number): UnitRange => ({
  start: boundary(number - 1, of, unitCount),
  end: boundary(number, of, unitCount),
})

/** Returns the position at which a shard ends, computed with bigints: the product may exceed the safe integers. */
const boundary = (shards: number, of: number, unitCount: number): number => Number((BigInt(unitCount) * BigInt(shards)) / BigInt(of))

/** Returns a text such as `shard 2 of 8`. */
export const describeShard = ({ number, of }: Shard): string => `shard ${number} of ${of}`

/** Returns the name of a shard's folder, within the level's folder of shards. */
export const shardFolder = ({ number, of }: Shard): string => `${number}-of-${of}`
