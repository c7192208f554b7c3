/** What the backend answered that a person can mend, in its own sentence. */
export class Refusal extends Error {
  /** The backend's name for it, and what it tells beside the sentence. */
  readonly code: string
  readonly details: unknown

  constructor(message: string, code = '', details?: unknown) {
    super(message)
    this.code = code
    this.details = details
  }
}
