/** An error after which a job is not tried again: it would come to the same. The queue knows it by its name. */
export function hopeless(message: string): Error {
  const error = new Error(message)
  error.name = 'UnrecoverableError'
  return error
}
