import { loadNative } from './native/nativeProcessor'
import type { Processor } from './processor'
import { loadV86 } from './v86/v86'

/** The processor of this machine where it is one that can be used; elsewhere one that is emulated, which knows less. */
export async function loadProcessor(): Promise<Processor> {
  return loadNative() ?? (await loadV86())
}
