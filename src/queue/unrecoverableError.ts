/** Returns an error after which BullMQ does not retry a job. BullMQ recognizes it by its name. */
export function unrecoverableError(message: string): Error {
  const error = new Error(message)
  error.name = 'UnrecoverableError'
  return error
}
