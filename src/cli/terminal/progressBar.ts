import { Presets, SingleBar } from 'cli-progress'
import type { Progress } from '../../io/runOptions'

/** A progress bar for the steps of one command. */
export interface ProgressBar {
  readonly show: (progress: Progress) => void
  readonly stop: () => void
}

/** Creates a progress bar on stderr with one bar per step. It prints nothing if stderr is not a terminal. */
export function progressBar(): ProgressBar {
  if (!process.stderr.isTTY) return { show: () => undefined, stop: () => undefined }
  let bar: SingleBar | undefined
  let step: string | undefined
  let begun = { time: 0, done: 0 }
  return {
    show: progress => {
      if (progress.step !== step) {
        bar?.stop()
        step = progress.step
        // A resumed run starts with the rows of the previous one, which do not count for its rate.
        begun = { time: performance.now() - 1, done: progress.done }
        bar = startBar(progress)
      }
      bar?.update(progress.done, { rate: Math.round((1000 * (progress.done - begun.done)) / (performance.now() - begun.time)) })
    },
    stop: () => bar?.stop(),
  }
}

function startBar({ step, total }: Progress): SingleBar {
  const figures = total === undefined ? '{value} rows, {rate} rows/s' : '{bar} {value}/{total} rows, {rate} rows/s, {eta_formatted} left'
  const bar = new SingleBar(
    // The command handles signals itself. A bar that handled them too would end it before its files are removed.
    { format: `${step} ${figures}`, stream: process.stderr, clearOnComplete: true, gracefulExit: false },
    Presets.shades_classic,
  )
  bar.start(total ?? 0, 0, { rate: 0 })
  return bar
}
