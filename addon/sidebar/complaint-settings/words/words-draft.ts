import type { ComplaintPolicy } from '../../../../core/complaint/complaint-policy.ts'
import { newRow, type Row } from '../rows/new-row.ts'

/** A text that is ready to be sent. */
export type ReplyDraft = Row<{ title: string; text: string }>

/** What the desk says, as it stands in the fields; a blank text is the one that comes with Tiersheet. */
export type WordsDraft = {
  acknowledgement: Record<'en' | 'zh-CN', string>
  feedback: Record<'en' | 'zh-CN', string>
  replies: ReplyDraft[]
  categories: string
  rootCauses: string
}

export function wordsDraft({
  acknowledgement,
  feedback,
  replies,
  categories,
  rootCauses,
}: ComplaintPolicy['wording']): WordsDraft {
  const both = (texts: { en?: string | undefined; 'zh-CN'?: string | undefined }) => ({
    en: texts.en ?? '',
    'zh-CN': texts['zh-CN'] ?? '',
  })
  return {
    acknowledgement: both(acknowledgement),
    feedback: both(feedback),
    replies: replies.map(newRow),
    categories: categories.join('\n'),
    rootCauses: rootCauses.join('\n'),
  }
}

/** What the fields make: blank lines and replies are left out. */
export function wordsOf({
  acknowledgement,
  feedback,
  replies,
  categories,
  rootCauses,
}: WordsDraft): ComplaintPolicy['wording'] {
  const told = (texts: Record<'en' | 'zh-CN', string>) =>
    Object.fromEntries(Object.entries(texts).filter(([, text]) => text.trim())) as Partial<typeof texts>
  return {
    acknowledgement: told(acknowledgement),
    feedback: told(feedback),
    replies: replies.filter((reply) => !isBlank(reply)).map(({ title, text }) => ({ title: title.trim(), text })),
    categories: typedLines(categories),
    rootCauses: typedLines(rootCauses),
  }
}

export function isBlank({ title, text }: ReplyDraft): boolean {
  return !title.trim() && !text.trim()
}

/** Whether a reply has a title and no text, or a text and no title. */
export function wordsAreWrong({ replies }: WordsDraft): boolean {
  return replies.some((reply) => !isBlank(reply) && !(reply.title.trim() && reply.text.trim()))
}

/** What is written in lines, each once, without blank ones. */
export function typedLines(text: string): string[] {
  return [...new Set(text.split('\n').map((line) => line.trim()))].filter(Boolean)
}
