import { constants } from 'node:os'

/** Whether somebody asked the process to stop; `exitCode` is undefined until then. */
export interface Interruption {
  readonly signal: AbortSignal
  readonly exitCode: () => number | undefined
  /** Gives the signals back their usual meaning. */
  readonly dispose: () => void
}

const SIGNALS = ['SIGINT', 'SIGTERM'] as const

/** Passes an interruption on instead of dying from it, so that a run ends where the next one can go on. */
export function watchForInterruption(): Interruption {
  const controller = new AbortController()
  let exitCode: number | undefined
  const note = (signal: (typeof SIGNALS)[number]): void => {
    exitCode = 128 + constants.signals[signal]
    controller.abort()
  }
  for (const signal of SIGNALS) process.on(signal, note)
  return {
    signal: controller.signal,
    exitCode: () => exitCode,
    dispose: () => {
      for (const signal of SIGNALS) process.off(signal, note)
    },
  }
}
