import type { ConditionGroup, Definition } from './statistic.ts'

export const statisticTemplates = [
  ...(['sleeping', 'ownerRevenue', 'complaintCategories', 'topPromoters', 'wonThisYear'] as const),
] as const
export type StatisticTemplate = (typeof statisticTemplates)[number]

/** What the stage of a deal that was won is called, by us and by others. */
const WON = ['Won', 'Closed Won', '赢单']

const all = (...of: ConditionGroup['of']): ConditionGroup => ({ every: 'all', of })

/**
 * A definition to begin with.
 *
 * @param survey The survey that is asked, and its first question from 0 to 10, where there are any.
 */
export function statisticTemplate(template: StatisticTemplate, survey?: { id: string; question: string }): Definition {
  switch (template) {
    case 'sleeping':
      return {
        module: 'customers',
        where: {
          every: 'any',
          of: [
            { field: 'lastOrder', operator: 'daysAgo', days: 90 },
            { field: 'lastOrder', operator: 'blank' },
          ],
        },
        measure: { kind: 'count' },
        group: { field: 'owner' },
      }
    case 'ownerRevenue':
      return {
        module: 'orders',
        where: all({ field: 'orderDate', operator: 'inPeriod', period: 'thisQuarter' }),
        measure: { kind: 'sum', field: 'amount' },
        group: { field: 'customer.owner' },
      }
    case 'complaintCategories':
      return {
        module: 'complaints',
        where: all({ field: 'received', operator: 'inPeriod', period: 'thisMonth' }),
        measure: { kind: 'count' },
        group: { field: 'category' },
      }
    case 'topPromoters':
      return {
        module: 'answers',
        ...(survey && { survey: survey.id }),
        where: all({ field: 'tier', operator: 'is', text: 'A' }),
        measure: {
          kind: 'share',
          where: all({ field: survey ? `question:${survey.question}` : '', operator: 'atLeast', value: 9 }),
        },
      }
    case 'wonThisYear':
      return {
        module: 'opportunities',
        where: all(
          { field: 'stage', operator: 'oneOf', texts: [...WON] },
          { field: 'closed', operator: 'inPeriod', period: 'thisYear' },
        ),
        measure: { kind: 'count' },
      }
  }
}
