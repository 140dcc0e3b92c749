/** Starts a stopwatch. The returned function gives the elapsed time in seconds, as in `1.2 s`. */
export function stopwatch(): () => string {
  const started = performance.now()
  return () => `${((performance.now() - started) / 1000).toFixed(1)} s`
}
