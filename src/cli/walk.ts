import { setImmediate } from 'node:timers/promises'

/** How long the event loop may wait, in milliseconds, before timers and signals get their turn. */
const TURN = 50

/** Runs a generator to its end, or until `stop` says so: then it is closed, and there is no result. */
export async function walk<Result>(steps: Generator<void, Result>, onStep: () => void, stop: () => boolean): Promise<Result | undefined> {
  let lastTurn = performance.now()
  for (;;) {
    const next = steps.next()
    if (next.done === true) return next.value
    onStep()
    if (performance.now() - lastTurn < TURN) continue
    await setImmediate()
    lastTurn = performance.now()
    if (stop()) {
      steps.return(undefined as Result)
      return undefined
    }
  }
}
