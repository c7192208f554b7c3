import type { ComplaintPolicy } from '../../../../core/complaint/complaint-policy.ts'

type Reply = { title: string; text: string }

/** What the desk says, as it stands in the fields; a blank text is the one that comes with Tiersheet. */
export type WordsDraft = {
  acknowledgement: Record<'en' | 'zh-CN', string>
  feedback: Record<'en' | 'zh-CN', string>
  replies: Reply[]
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
    replies,
    categories: categories.join('\n'),
    rootCauses: rootCauses.join('\n'),
  }
}

/** What the fields make: lines that are blank, and replies that say nothing, are left out. */
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
    replies: replies.filter(({ title, text }) => title.trim() && text.trim()),
    categories: lines(categories),
    rootCauses: lines(rootCauses),
  }
}

function lines(text: string): string[] {
  return [...new Set(text.split('\n').map((line) => line.trim()))].filter(Boolean)
}
