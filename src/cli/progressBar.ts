import { Presets, SingleBar } from 'cli-progress'

/** A bar on stderr where that is a terminal; elsewhere it says nothing. */
export function progressBar(total: number): { readonly step: () => void; readonly stop: () => void } {
  if (!process.stderr.isTTY) return { step: () => undefined, stop: () => undefined }
  const bar = new SingleBar(
    { format: '{bar} {value}/{total} rows, {eta} s left', stream: process.stderr, clearOnComplete: true },
    Presets.shades_classic,
  )
  bar.start(total, 0)
  return { step: () => bar.increment(), stop: () => bar.stop() }
}
