import { DATA_END, DATA_START } from '../../../../../laws/x86/processor/processor'

/** A data page as the interpreter reads it; nothing of it is listed, so that a state behind it lists what was written and no more. */
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
