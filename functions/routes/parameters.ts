import { maxLength, nonEmpty, object, pipe, regex, string, trim } from 'valibot'

/** An id that the backend made. */
export const idSchema = pipe(string(), regex(/^[\w-]{1,64}$/, 'an id'))

/** A name or label that people type: 1 to 200 characters. */
export const labelSchema = pipe(string(), trim(), nonEmpty('a text that is not blank'), maxLength(200))

export const inWorkspace = object({ workspaceId: idSchema })
