import { loadNative } from './native/nativeProcessor'
import type { Processor } from './processor'
import { loadV86 } from './v86/v86'

/** Loads the processor of this machine if it is usable, else the emulator v86, which runs fewer instructions. */
export async function loadProcessor(): Promise<Processor> {
  return loadNative() ?? (await loadV86())
}
