/** Starts to measure time; gives what has passed, in seconds, whenever it is asked. */
export function stopwatch(): () => string {
  const started = performance.now()
  return () => `${((performance.now() - started) / 1000).toFixed(1)} s`
}
