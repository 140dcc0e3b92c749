/** A part of a dataset that is drawn alone: its number, from 1, and how many there are. */
export interface Shard {
  readonly number: number
  readonly of: number
}

/** The places of its units; all shards together have each place once. */
export interface Places {
  readonly start: number
  readonly end: number
}

export const placesOf = ({ number, of }: Shard, unitCount: number): Places => ({
  start: boundary(number - 1, of, unitCount),
  end: boundary(number, of, unitCount),
})

/** In whole numbers of any size: a product of two of them may be beyond what a number holds exactly. */
const boundary = (shards: number, of: number, unitCount: number): number => Number((BigInt(unitCount) * BigInt(shards)) / BigInt(of))

/** Such as `shard 2 of 8`. */
export const inWords = ({ number, of }: Shard): string => `shard ${number} of ${of}`

/** The folder of a shard, under that of all shards of the level. */
export const shardFolder = ({ number, of }: Shard): string => `${number}-of-${of}`
