import { maxLength, nonEmpty, object, pipe, regex, string, trim } from 'valibot'

/** An id that the backend made. */
export const idSchema = pipe(string(), regex(/^[\w-]{1,64}$/, 'id'))

/** A name or label that people type: 1 to 200 characters. */
export const labelSchema = pipe(string(), trim(), nonEmpty('notBlank'), maxLength(200))

export const inWorkspace = object({ workspaceId: idSchema })

export const inSurvey = object({ ...inWorkspace.entries, surveyId: idSchema })
