import { Presets, SingleBar } from 'cli-progress'
import type { Progress } from '../../io/runOptions'

export interface ProgressBar {
  readonly show: (progress: Progress) => void
  readonly stop: () => void
}

/** A bar on stderr where that is a terminal, one for each step; elsewhere it says nothing. */
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
        // A run that goes on where another ended did not make that one's rows.
        begun = { time: performance.now() - 1, done: progress.done }
        bar = startedBar(progress)
      }
      bar?.update(progress.done, { rate: Math.round((1000 * (progress.done - begun.done)) / (performance.now() - begun.time)) })
    },
    stop: () => bar?.stop(),
  }
}

function startedBar({ step, total }: Progress): SingleBar {
  const figures = total === undefined ? '{value} rows, {rate} rows/s' : '{bar} {value}/{total} rows, {rate} rows/s, {eta_formatted} left'
  const bar = new SingleBar(
    // The command itself answers signals: a bar that did so too would end it before its files are removed.
    { format: `${step} ${figures}`, stream: process.stderr, clearOnComplete: true, gracefulExit: false },
    Presets.shades_classic,
  )
  bar.start(total ?? 0, 0, { rate: 0 })
  return bar
}
