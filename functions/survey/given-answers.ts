import { maxEntries, pipe, record, string, unknown } from 'valibot'

/** The questions that a survey has at the most, and so the answers that one person gives. */
export const MOST_QUESTIONS = 100

/** Answers by question id as somebody sends them: a number, the id or label of an option, an array of them, or text. */
export const givenAnswersSchema = pipe(record(string(), unknown()), maxEntries(MOST_QUESTIONS))
