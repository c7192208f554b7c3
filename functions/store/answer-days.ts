import { parse } from 'valibot'
import { isApart } from '../../core/survey/channels.ts'
import { countAnswers } from '../../core/survey/tally.ts'
import { type Answer, answerSchema, answersPartition } from './answer.ts'
import { type DaySource, tallyOf } from './figures.ts'
import { knownQuestions, type Survey } from './survey.ts'
import type { WorkspaceKey } from './workspace-key.ts'

/**
 * What answers are cut by. `tier`, `owner`, `segment` and `channel` are as they were when given, `tier_now` and
 * `owner_now` as the customer's are now; `all` is one group. The
 * `invited` ones count answers to links of people's own by when they got the link, `day#what they were then`.
 */
export type Cut =
  | 'all'
  | 'tier'
  | 'owner'
  | 'segment'
  | 'channel'
  | 'tier_now'
  | 'owner_now'
  | `invited${'' | '_tier' | '_owner' | '_segment'}`

/** A survey's answers by day and a cut. Interviews and online reviews count by channel alone: they are no survey. */
export function answerDays(workspace: WorkspaceKey, survey: Survey, cut: Cut): DaySource {
  const buckets = [...Array(survey.buckets).keys()]
  const texts = textQuestions(survey)
  return {
    cut,
    partitions: buckets.map((bucket) => ({
      rows: answersPartition(workspace, survey, bucket),
      figures: workspace.partition('G', survey.id, bucket),
    })),
    count(groups, row) {
      const answer = parse(answerSchema, row)
      const value = cutValue(answer, cut)
      if (answer.deleted || value === undefined) return
      countAnswers(tallyOf(groups, value), answer.answers, (question) => texts.has(question))
    },
  }
}

/** The ids of the questions of all versions that are answered by a text. */
export function textQuestions(survey: Survey): Set<string> {
  return new Set(
    knownQuestions(survey)
      .filter(({ type }) => type === 'text')
      .map(({ id }) => id),
  )
}

/** An answer's value of a cut; undefined where it does not count there. */
function cutValue(answer: Answer, cut: Cut): string | undefined {
  if (cut === 'channel') return answer.channel
  if (isApart(answer.channel)) return undefined
  switch (cut) {
    case 'all':
      return ''
    case 'tier_now':
      return answer.tierNow ?? ''
    case 'owner_now':
      return answer.ownerNow ?? ''
    case 'tier':
    case 'owner':
    case 'segment':
      return answer[cut] ?? ''
    default: {
      const field = cut.slice('invited_'.length) as '' | 'tier' | 'owner' | 'segment'
      return answer.invited && [answer.invited.day, ...(field ? [answer.invited[field] ?? ''] : [])].join('#')
    }
  }
}
