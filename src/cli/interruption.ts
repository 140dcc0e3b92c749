import { constants } from 'node:os'

/** Whether somebody asked the process to stop; `exitCode` is undefined until then. */
export interface Interruption {
  readonly exitCode: () => number | undefined
  /** Gives the signals back their usual meaning. */
  readonly dispose: () => void
}

const SIGNALS = ['SIGINT', 'SIGTERM'] as const

/** Takes note of an interruption instead of dying from it, so that nothing half-written is left behind. */
export function watchForInterruption(): Interruption {
  let exitCode: number | undefined
  const note = (signal: (typeof SIGNALS)[number]): void => {
    exitCode = 128 + constants.signals[signal]
  }
  for (const signal of SIGNALS) process.on(signal, note)
  return {
    exitCode: () => exitCode,
    dispose: () => {
      for (const signal of SIGNALS) process.off(signal, note)
    },
  }
}
