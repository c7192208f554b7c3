import type { Audience } from '../../audience/audiences.ts'
import { messages } from '../kit/language.ts'

/** What an audience is called. */
export function audienceName({ kind, name }: Pick<Audience, 'kind' | 'name'>): string {
  return kind === 'everyone' ? messages.audiences.everyone : name
}
