/** Runs a cleanup step and ignores its errors (a missing folder, a failing disk). The next run cleans up the rest. */
export function ignoreErrors(act: () => void): void {
  try {
    act()
  } catch {
    // The next call that needs the file reports the error.
  }
}
