import type { GivenAnswer } from '../../../survey/given-answers.ts'
import { messages } from '../../kit/language.ts'

/** `2026-03-09 · Phone · C-2 Contoso`. */
export function aboutAnswer({ day, channel, customerId, name }: GivenAnswer): string {
  const channels: Record<string, string> = messages.answerChannels
  const who = customerId ? `${customerId} ${name}`.trim() : messages.surveyBuilder.anonymous
  return [day, channels[channel] ?? channel, who].join(' · ')
}
