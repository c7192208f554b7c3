/** What the backend answered that a person can mend, in its own sentence. */
export class Refusal extends Error {}
