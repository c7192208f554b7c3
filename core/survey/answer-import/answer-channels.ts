import { fold } from '../../headers.ts'
import { en } from '../../messages/en.ts'
import { zhCN } from '../../messages/zh-cn.ts'

/** How answers that are imported may have come. Interviews and reviews are kept apart from what surveys asked. */
export const answerChannels = ['import', 'email', 'phone', 'visit', 'wechat', 'interview', 'review'] as const
export type AnswerChannel = (typeof answerChannels)[number]

/** A channel by its key, where a text calls it so in either language; any other text is a channel of the team's own. */
export function answerChannel(text: string): string {
  const wanted = fold(text)
  const known = answerChannels.find((key) =>
    [key, en.answerChannels[key], zhCN.answerChannels[key]].some((name) => fold(name) === wanted),
  )
  return known ?? text.trim()
}
