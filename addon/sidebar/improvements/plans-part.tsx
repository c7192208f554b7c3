import type { ShownImprovement } from '../../improvements/improvements-setup.ts'
import { messages } from '../kit/language.ts'
import { Empty, Section } from '../kit/layout.tsx'
import { Notice } from '../kit/parts.tsx'
import type { PartProps } from './improvements.tsx'
import { ActionList } from './list-part.tsx'

const text = messages.improvementsForm
const sides = ['ours', 'theirs', ''] as const

/** The next review is the earliest of the open actions. */
type Plan = { id: string; name: string; review: string; isDue: boolean; actions: ShownImprovement[] }

/** The account plan of each customer: what either side does, and when both look at it again; reviews due first. */
export function PlansPart({ setup, onGo }: PartProps) {
  const plans = plansOf(setup.improvements, setup.today)
  const due = plans.filter(({ isDue }) => isDue).length
  if (plans.length === 0) return <Empty title={text.noPlans} />
  return (
    <>
      {due > 0 && <Notice kind="warn">{text.reviewsDue(due)}</Notice>}
      {plans.map(({ id, name, review, isDue, actions }) => (
        <Section key={id} title={name} count={actions.length} open={isDue}>
          <p class={isDue ? 'due' : 'soft'}>
            {review === '' ? text.noReview : (isDue ? text.reviewDue : text.review)(review)}
          </p>
          {sides.map((side) => {
            const own = actions.filter((action) => action.side === side)
            const label = side === '' ? text.noSide : messages.improvementWords.sides[side]
            return (
              own.length > 0 && (
                <div key={side} class="stack">
                  <h3>{label}</h3>
                  <ActionList label={`${name}: ${label}`} actions={own} isInPlan {...{ setup, onGo }} />
                </div>
              )
            )
          })}
        </Section>
      ))}
    </>
  )
}

function plansOf(actions: readonly ShownImprovement[], today: string): Plan[] {
  const ids = [...new Set(actions.map(({ customerId }) => customerId))].filter((id) => id !== '')
  const plans = ids.map((id): Plan => {
    const own = actions.filter(({ customerId }) => customerId === id)
    const reviews = own.filter(({ status, review }) => status === 'open' && review !== '').map(({ review }) => review)
    const [review = ''] = reviews.sort()
    const [first] = own
    return { id, name: first?.customer || id, review, isDue: review !== '' && review <= today, actions: own }
  })
  return plans.sort((a, b) => Number(b.isDue) - Number(a.isDue) || (a.name < b.name ? -1 : 1))
}
