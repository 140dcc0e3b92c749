/** Returns the message of a thrown value of any type. Never throws. */
export const messageOf = (thrown: unknown): string => {
  try {
    return thrown instanceof Error ? thrown.message : String(thrown)
  } catch {
    return 'a value without a string form'
  }
}
