/** An error as Apps Script's services throw it. */
export function exception(message: string): Error {
  const error = new Error(message)
  error.name = 'Exception'
  return error
}
