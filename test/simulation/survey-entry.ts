/** What a simulation of surveys runs: the API, and what its schedule does by night. */
export { app } from '../../functions/app.ts'
export { expireAnswers } from '../../functions/survey/expire-answers.ts'
