import type { Backend } from '../backend.ts'

/** What the desk needs of the backend: no request, nobody who signs in. */
export type DeskBackend = Pick<Backend, 'db' | 'table' | 'publicUrl' | 'signingKey' | 'now'>
