import { ask } from './ask.ts'
import { emulated } from './emulated.ts'

/** A User, of whom a script sees the address alone. */
export const userOf = (getEmail: () => string) => emulated('User', { getEmail })

const me = () => userOf(() => ask('Session.getEffectiveUser', {}).email)

/** The global `Session`. One person works here, so the active and the effective user are the same. */
export const session = emulated('Session', {
  getActiveUserLocale: () => ask('Session.getActiveUserLocale', {}),
  getScriptTimeZone: () => ask('Session.getScriptTimeZone', {}),
  getTemporaryActiveUserKey: () => ask('Session.getEffectiveUser', {}).key,
  getActiveUser: me,
  getEffectiveUser: me,
})
