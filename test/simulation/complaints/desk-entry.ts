/** What a simulation of the desk runs: the API, and what its schedule does. */
export { app } from '../../../functions/app.ts'
export { MailRefused } from '../../../functions/complaint/mail.ts'
export { sweep } from '../../../functions/complaint/sweep.ts'
