import { Presets, SingleBar } from 'cli-progress'

export interface ProgressBar {
  readonly step: () => void
  readonly stop: () => void
}

/** A bar on stderr where that is a terminal; elsewhere it says nothing. */
export function progressBar(total: number): ProgressBar {
  if (!process.stderr.isTTY) return { step: () => undefined, stop: () => undefined }
  const bar = new SingleBar(
    // The command itself answers signals: a bar that did so too would end it before its files are removed.
    { format: '{bar} {value}/{total} rows, {eta} s left', stream: process.stderr, clearOnComplete: true, gracefulExit: false },
    Presets.shades_classic,
  )
  bar.start(total, 0)
  return { step: () => bar.increment(), stop: () => bar.stop() }
}
