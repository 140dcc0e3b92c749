import { DATA_END, DATA_START } from '../../../../../laws/x86/processor/processor'

/** Data page for the interpreter. It lists no bytes, so that a state on top of it lists only the bytes that were written. */
export class PageMemory extends Map<bigint, number> {
  constructor(
    private readonly window: number,
    private readonly bytes: Uint8Array,
    private readonly fill: number,
  ) {
    super()
  }

  override get(address: bigint): number | undefined {
    const place = Number(address)
    return place >= DATA_START && place < DATA_END ? (this.bytes[place - this.window] ?? this.fill) : undefined
  }
}
