import type { ShownImprovement } from '../../improvements/improvements-setup.ts'
import { messages } from '../kit/language.ts'
import { Actions, Empty, Section } from '../kit/layout.tsx'
import { List } from '../kit/list.tsx'
import { Button } from '../kit/parts.tsx'
import { ActionItem } from './action-item.tsx'
import type { PartProps } from './improvements.tsx'

const text = messages.improvementsForm

/** Open actions, the most urgent first, and folded away those that are over. */
export function ListPart({ setup, onGo }: PartProps) {
  const { improvements } = setup
  const open = improvements.filter(({ status }) => status === 'open')
  const closed = improvements.filter(({ status }) => status !== 'open')
  if (improvements.length === 0) {
    return (
      <Empty title={text.none}>
        <Button primary onClick={() => onGo('edit')}>
          {text.newAction}
        </Button>
      </Empty>
    )
  }
  return (
    <>
      <Section title={text.open} count={open.length} open>
        <ActionList label={text.open} actions={open} {...{ setup, onGo }} />
      </Section>
      {closed.length > 0 && (
        <Section title={text.closed} count={closed.length}>
          <ActionList label={text.closed} actions={closed} {...{ setup, onGo }} />
        </Section>
      )}
      <Actions>
        <Button primary onClick={() => onGo('edit')}>
          {text.newAction}
        </Button>
      </Actions>
    </>
  )
}

type Props = Pick<PartProps, 'setup' | 'onGo'> & {
  label: string
  actions: readonly ShownImprovement[]
  isInPlan?: boolean
}

export function ActionList({ label, actions, isInPlan = false, setup, onGo }: Props) {
  return (
    <List
      label={label}
      items={actions}
      keyOf={({ id, what }) => id || what}
      textOf={({ id, what, who, customer, customerId }) => `${id} ${what} ${who} ${customer} ${customerId}`}
    >
      {(action) => (
        <ActionItem
          action={action}
          isInPlan={isInPlan}
          figure={setup.measures.find(({ id }) => id === action.figure)?.label ?? action.figure}
          onEdit={() => onGo('edit', action)}
          onCheck={() => onGo('check', action)}
        />
      )}
    </List>
  )
}
