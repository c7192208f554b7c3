/** An e-mail as it is handed over. */
export type Mail = {
  /** The same for the same message, whoever hands it over. */
  id: string
  to: string
  subject: string
  text: string
}

/**
 * Hands an e-mail over to whoever delivers it.
 *
 * @throws MailRefused where it is certain that it was not taken; anything else leaves it unsure.
 */
export type Mailer = (mail: Mail) => Promise<void>

/** It was not taken. `later` says that trying again may help. */
export class MailRefused extends Error {
  readonly later: boolean

  constructor(later: boolean) {
    super('The e-mail was not taken.')
    this.name = 'MailRefused'
    this.later = later
  }
}
