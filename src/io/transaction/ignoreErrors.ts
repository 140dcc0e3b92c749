/** Does what can wait: what cannot be closed or removed now (the folder is gone, the disk fails), the next run finds. */
export function quietly(act: () => void): void {
  try {
    act()
  } catch {
    // It is told by the next call that needs it.
  }
}
