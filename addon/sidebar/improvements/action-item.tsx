import type { ShownImprovement } from '../../improvements/improvements-setup.ts'
import { messages } from '../kit/language.ts'

const text = messages.improvementsForm
const words = messages.improvementWords

type Props = {
  action: ShownImprovement
  /** What people call its figure; '' for none. */
  figure: string
  /** Whether it stands among actions of its customer alone. */
  isInPlan: boolean
  onEdit: () => void
  onCheck: () => void
}

/** One action: what, who and until when, how late it is in words, and what the last check of its figure said. */
export function ActionItem({ action, figure, isInPlan, onEdit, onCheck }: Props) {
  const { id, what, who, until, status, customer, customerId, daysOverdue, verdict, checked } = action
  const group = action.by === '' ? '' : `${words.cuts[action.by]} ${action.group}`
  return (
    <div class="action">
      <div class="head">
        <span class="name">{what || id}</span>
        {status !== 'open' && <span class="state">{words.statuses[status]}</span>}
        {daysOverdue > 0 && <span class="state bad">{text.overdue(daysOverdue)}</span>}
      </div>
      <div class="soft">
        {joined([id, who, until ? text.until(until) : text.noDay, !isInPlan && (customer || customerId)])}
      </div>
      {figure && <div class="soft">{joined([figure, group])}</div>}
      {verdict && (
        <div class="verdict">
          {verdict} {checked && <span class="soft">({text.checked(checked)})</span>}
        </div>
      )}
      {id === '' ? (
        <div class="soft">{text.noId}</div>
      ) : (
        <div class="actions">
          <button type="button" class="link" aria-label={`${text.edit}: ${what}`} onClick={onEdit}>
            {text.edit}
          </button>
          {canCheck(action) && (
            <button type="button" class="link" aria-label={`${text.check}: ${what}`} onClick={onCheck}>
              {text.check}
            </button>
          )}
        </div>
      )}
    </div>
  )
}

/** Whether there is a figure to compare, and a day to compare it from. */
export function canCheck({ id, figure, began }: ShownImprovement): boolean {
  return id !== '' && figure !== '' && began !== ''
}

function joined(parts: readonly (string | false)[]): string {
  return parts.filter(Boolean).join(' · ')
}
