import { constants } from 'node:os'

/** State of a requested interruption. `exitCode` returns undefined until a signal arrives. */
export interface Interruption {
  readonly signal: AbortSignal
  readonly exitCode: () => number | undefined
  /** Restores the default handling of the signals. */
  readonly dispose: () => void
}

const SIGNALS = ['SIGINT', 'SIGTERM'] as const

/** Converts signals to an abort signal, so that a run can save a checkpoint before the process ends. */
export function watchForInterruption(): Interruption {
  const controller = new AbortController()
  let exitCode: number | undefined
  const interrupt = (signal: (typeof SIGNALS)[number]): void => {
    exitCode = 128 + constants.signals[signal]
    controller.abort()
  }
  for (const signal of SIGNALS) process.on(signal, interrupt)
  return {
    signal: controller.signal,
    exitCode: () => exitCode,
    dispose: () => {
      for (const signal of SIGNALS) process.off(signal, interrupt)
    },
  }
}
