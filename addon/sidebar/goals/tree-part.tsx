import { useState } from 'preact/hooks'
import type { UpdatedProgress } from '../../goals/update-progress.ts'
import { messages } from '../kit/language.ts'
import { Actions, Empty } from '../kit/layout.tsx'
import { List } from '../kit/list.tsx'
import { Button, Notice } from '../kit/parts.tsx'
import { server } from '../kit/server.ts'
import { useAction } from '../kit/use-action.ts'
import { GoalItem } from './goal-item.tsx'
import type { PartProps } from './goals.tsx'

const text = messages.goalsForm

/** All goals, each under the one that it is part of, and the press that brings them up to date. */
export function TreePart({ setup, onChanged, onGo }: PartProps) {
  const [updated, setUpdated] = useState<UpdatedProgress>()
  const { busy, problem, run } = useAction()
  const { goals, measures } = setup
  const update = () =>
    run(async () => {
      setUpdated(undefined)
      const done = await server.updateGoalProgress()
      await onChanged()
      setUpdated(done)
    })
  if (goals.length === 0) {
    return (
      <Empty title={text.none}>
        <Button primary onClick={() => onGo('edit')}>
          {text.newGoal}
        </Button>
      </Empty>
    )
  }
  return (
    <>
      {setup.problem && <Notice kind="bad">{setup.problem}</Notice>}
      {updated?.problems.map((one) => (
        <Notice key={one} kind="warn">
          {one}
        </Notice>
      ))}
      <List
        label={text.tree}
        items={goals}
        keyOf={({ id, goal }) => id || goal}
        textOf={({ id, goal, owner, subject }) => `${id} ${goal} ${owner} ${subject}`}
      >
        {(goal) => (
          <GoalItem
            goal={goal}
            measure={measures.find(({ id }) => id === goal.measure)}
            onEdit={() => onGo('edit', goal)}
            onCascade={() => onGo('cascade', goal)}
          />
        )}
      </List>
      <Actions busy={busy} problem={problem} doing={text.updating} {...(updated && { done: text.updated(updated) })}>
        <Button primary disabled={busy} onClick={update}>
          {text.update}
        </Button>
        <Button disabled={busy} onClick={() => onGo('edit')}>
          {text.newGoal}
        </Button>
      </Actions>
    </>
  )
}
