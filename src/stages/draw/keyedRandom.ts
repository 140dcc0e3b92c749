import * as fc from 'fast-check'

/** Address of a draw in its cell. Both numbers start at 0. */
export interface Address {
  readonly slot: number
  readonly attempt: number
}

/** Returns the random stream of one draw. It depends only on the cell's key and the address. */
export const keyedRandom = (key: Int32Array, address: Address): fc.Random => new fc.Random(new KeyedGenerator(key, address))

const TWO_TO_32 = 0x1_0000_0000
const ROUNDS = 8

/**
 * Random generator with 128 bits of state. The initial state is a keyed permutation of the address (an Even–Mansour cipher over the
 * permutation of Chaskey: Mouha et al., SAC 2014), so no two addresses of a cell share a state. The stream is sfc32 (Doty-Humphrey:
 * PractRand). `jump` moves to the next slot, so that fast-check's runner visits the same addresses.
 */
export class KeyedGenerator {
  private a = 0
  private b = 0
  private c = 0
  private counter = 0
  slot: number
  readonly attempt: number

  constructor(
    private readonly key: Int32Array,
    address: Address,
    state?: KeyedGenerator,
  ) {
    this.slot = address.slot
    this.attempt = address.attempt
    if (state === undefined) this.seek()
    else this.copy(state)
  }

  next(): number {
    const result = (((this.a + this.b) | 0) + this.counter) | 0
    this.counter = (this.counter + 1) | 0
    this.a = this.b ^ (this.b >>> 9)
    this.b = (this.c + (this.c << 3)) | 0
    this.c = (this.c << 21) | (this.c >>> 11)
    this.c = (this.c + result) | 0
    return result
  }

  clone(): KeyedGenerator {
    return new KeyedGenerator(this.key, this, this)
  }

  jump(): void {
    this.slot += 1
    this.seek()
  }

  getState(): readonly number[] {
    return [this.a, this.b, this.c, this.counter]
  }

  private copy({ a, b, c, counter }: KeyedGenerator): void {
    this.a = a
    this.b = b
    this.c = c
    this.counter = counter
  }

  private seek(): void {
    const key = this.key as unknown as readonly [number, number, number, number]
    let v0 = key[0] ^ (this.slot | 0)
    let v1 = key[1] ^ (Math.floor(this.slot / TWO_TO_32) | 0)
    let v2 = key[2] ^ (this.attempt | 0)
    let v3 = key[3]
    for (let round = 0; round < ROUNDS; round++) {
      v0 = (v0 + v1) | 0
      v1 = ((v1 << 5) | (v1 >>> 27)) ^ v0
      v0 = (v0 << 16) | (v0 >>> 16)
      v2 = (v2 + v3) | 0
      v3 = ((v3 << 8) | (v3 >>> 24)) ^ v2
      v0 = (v0 + v3) | 0
      v3 = ((v3 << 13) | (v3 >>> 19)) ^ v0
      v2 = (v2 + v1) | 0
      v1 = ((v1 << 7) | (v1 >>> 25)) ^ v2
      v2 = (v2 << 16) | (v2 >>> 16)
    }
    this.a = v0 ^ key[0]
    this.b = v1 ^ key[1]
    this.c = v2 ^ key[2]
    this.counter = v3 ^ key[3]
  }
}
