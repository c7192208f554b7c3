import { fold } from '../../headers.ts'
import { en } from '../../messages/en.ts'
import { zhCN } from '../../messages/zh-cn.ts'
import { complaintKinds, complaintStates, severities } from '../complaint.ts'
import type { WordPart } from './complaint-plan.ts'

/** What the words of a part can stand for. */
export const wordMeanings = {
  status: complaintStates,
  kind: complaintKinds,
  severity: severities,
} as const satisfies Record<WordPart, readonly string[]>

/** What Zoho Desk, Freshdesk, Zendesk, the CFPB and teams write, beside the names that this program gives. */
const more: { [P in WordPart]: { [M in (typeof wordMeanings)[P][number]]?: readonly string[] } } = {
  status: {
    received: ['new', 'open', 'not started', 'to do', '新建', '待处理', '未处理', '待受理', '打开'],
    acknowledged: ['assigned', 'accepted', 'confirmed', '已确认', '已分配'],
    in_progress: ['in process', 'processing', 'working', 'escalated', 'untimely response', '进行中', '跟进中'],
    waiting: [
      ...['waiting', 'waiting on customer', 'waiting for customer', 'awaiting customer', 'pending', 'on hold', 'hold'],
      ...['waiting on third party', 'customer responded', '等待客户', '待客户反馈', '挂起'],
    ],
    resolved: ['solved', 'done', 'fixed', 'completed', '已处理', '处理完成', '已完成'],
    feedback: ['waiting for feedback', 'awaiting feedback', '待评价', '待回访'],
    closed: ['closed', 'finished', '已结案', '结案', '关闭', '已办结', '办结'],
    reopened: ['re opened', 'reopen', '已重新打开', '重开'],
  },
  kind: {
    complaint: ['complaints', 'problem', 'incident', 'issue', 'grievance', '客诉', '投诉类', '问题'],
    enquiry: ['inquiry', 'question', 'request', 'service request', 'information', '咨询类', '询问', '请求'],
    suggestion: ['feature', 'feature request', 'idea', 'feedback', '建议类', '意见'],
    praise: ['compliment', 'thanks', 'appreciation', '表扬类', '感谢'],
  },
  severity: {
    low: ['minor', 'trivial', 'p4', '轻微'],
    normal: ['medium', 'moderate', 'regular', 'standard', 'p3', '中', '普通'],
    high: ['major', 'important', 'p2', '重要'],
    critical: ['urgent', 'severe', 'blocker', 'emergency', 'p1', '紧急', '非常紧急', '特急'],
  },
}

/** Where a word begins so, it says why or how: `Closed with explanation`. */
const beginnings: Record<string, string> = { closed: 'closed', resolved: 'resolved' }

/** Channels as others call them. */
const channels: Record<string, readonly string[]> = {
  hotline: ['phone', 'telephone', 'phone call', 'call', '电话', '来电', '客服电话'],
  chat: ['live chat', 'web chat', 'chat bot', '在线咨询', '在线客服'],
  email: ['e mail', 'mail', '邮件', '电子邮件', '邮箱'],
  social: ['facebook', 'twitter', 'x', 'instagram', 'wechat', 'weibo', '微信', '微博'],
  visit: ['in person', 'walk in', 'branch', '上门', '现场', '到店'],
  suggestion_box: ['意见箱'],
  survey: ['survey response', '问卷'],
  web: ['website', 'online form', 'webform', '网站', '网页', '官网'],
}

/** What a word stands for, by what a person said of it, else as it is used; undefined where nobody knows. */
export function wordMeaning(part: WordPart, text: string, meant: Record<string, string> = {}): string | undefined {
  const word = fold(text)
  return meant[word] ?? known()[part].get(word) ?? (part === 'status' ? begun(word) : undefined)
}

/** A channel by its key, where a text calls it so in either language; any other text is a channel of the team's own. */
export function complaintChannel(text: string): string {
  return channelNames().get(fold(text)) ?? text.trim()
}

function begun(word: string): string | undefined {
  return Object.entries(beginnings).find(([start]) => word.startsWith(start))?.[1]
}

const names = {
  status: [en.complaintForm.states, zhCN.complaintForm.states],
  kind: [en.complaintForm.kinds, zhCN.complaintForm.kinds],
  severity: [en.complaintForm.severities, zhCN.complaintForm.severities],
} as const

type Known = Record<WordPart, Map<string, string>>
let kept: Known | undefined

function known(): Known {
  kept ??= { status: wordsOf('status'), kind: wordsOf('kind'), severity: wordsOf('severity') }
  return kept
}

function wordsOf(part: WordPart): Map<string, string> {
  const found = new Map<string, string>()
  for (const meaning of wordMeanings[part]) {
    const own = names[part].map((table) => (table as Record<string, string>)[meaning] ?? meaning)
    const others = (more[part] as Record<string, readonly string[]>)[meaning] ?? []
    for (const word of [meaning, ...own, ...others]) found.set(fold(word), meaning)
  }
  return found
}

let keptChannels: Map<string, string> | undefined

function channelNames(): Map<string, string> {
  keptChannels ??= new Map(
    Object.entries(channels).flatMap(([key, words]) => {
      const own = [en.complaintForm.channels, zhCN.complaintForm.channels].map(
        (table) => (table as Record<string, string>)[key] ?? key,
      )
      return [key, ...own, ...words].map((word): [string, string] => [fold(word), key])
    }),
  )
  return keptChannels
}
