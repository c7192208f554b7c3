import type { RunResult } from '../wire.ts'

/** What a form in a frame asks of the page. Forms are the add-on's, yet nothing in here is taken on trust. */
export type FrameRequest =
  | { type: 'run'; id: number; name: string; args: unknown[] }
  | { type: 'close' }
  | { type: 'escape' }
  | { type: 'focus' }
  | { type: 'width'; width: number }
  | { type: 'height'; height: number }

export type FrameResult = { id: number; result: RunResult }
