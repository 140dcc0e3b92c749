import { DATA_END, DATA_START, WINDOW_BYTES } from '../../../../../laws/x86/processor/processor'
import { type Below, pick } from './drawInstruction'
import { random64 } from './borders'

/** Draws the start of a window: at an end of the page, or anywhere on it. */
export const drawWindow = (below: Below): number =>
  pick(below, [DATA_START, DATA_END - WINDOW_BYTES, DATA_START + below(DATA_END - DATA_START - WINDOW_BYTES)])

/** Draws an address for `bytes` bytes: mostly in the window, sometimes across an end of the page or in unmapped memory. */
export function drawPlace(below: Below, window: number, bytes: number): bigint {
  switch (below(16)) {
    case 0:
      return BigInt(DATA_END - below(bytes + 1))
    case 1:
      return BigInt(DATA_START - below(bytes + 1))
    case 2:
      return drawUnmapped(below)
    default:
      return BigInt(window + pick(below, [0, WINDOW_BYTES - bytes, 16 * below(15), below(WINDOW_BYTES - bytes + 1)]))
  }
}

/** Draws an unmapped address, or one that is not canonical with 48 or 57 bits. */
function drawUnmapped(below: Below): bigint {
  const low = BigInt(pick(below, [below(DATA_START - 0x40), 0x100_0000 + below(0x7000_0000)]))
  return pick(below, [low, (random64(below) & 0x00ff_ffff_ffff_ffffn) | 0x7e00_0000_0000_0000n])
}

/** Draws the target of a branch: outside the code, rarely a non-canonical address. */
export function drawTarget(below: Below): bigint {
  return below(8) === 0
    ? drawUnmapped(below) | (0x7en << 56n)
    : BigInt(pick(below, [0x1000, 0x100_0000, 0x7fff_0000])) + BigInt(below(0x1_0000))
}
