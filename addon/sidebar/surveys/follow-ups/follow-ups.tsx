import { useState } from 'preact/hooks'
import type { FollowUpPage, ShownFollowUp } from '../../../survey/follow-ups.ts'
import { Checkbox } from '../../kit/fields.tsx'
import { messages } from '../../kit/language.ts'
import { Empty } from '../../kit/layout.tsx'
import { Button, Notice } from '../../kit/parts.tsx'
import { server } from '../../kit/server.ts'
import { useAction } from '../../kit/use-action.ts'
import { useOnce } from '../../kit/use-once.ts'
import { useOperationId } from '../../kit/use-operation-id.ts'
import { Waiting } from '../../kit/waiting.tsx'
import { OneFollowUp } from './one-follow-up.tsx'

const text = messages.surveyBuilder

/** The low answers that rules want followed up, the latest first. */
export function FollowUps() {
  const [page, setPage] = useState<FollowUpPage>()
  const [openOnly, setOpenOnly] = useState(true)
  const operationId = useOperationId()
  const { busy, problem, run } = useAction()
  const load = () => run(async () => setPage(await server.listFollowUps('')))
  useOnce(load)
  if (!page) return <Waiting problem={problem} onAgain={load} />

  const more = () =>
    run(async () => {
      const { followUps, next } = await server.listFollowUps(page.next)
      setPage({ followUps: [...page.followUps, ...followUps], next })
    })
  const setState = ({ followUpId, state: was }: ShownFollowUp) =>
    run(async () => {
      const state = was === 'open' ? ('done' as const) : ('open' as const)
      await server.setFollowUp(followUpId, state, operationId([followUpId, state, page]))
      const changed = page.followUps.map((each) => (each.followUpId === followUpId ? { ...each, state } : each))
      setPage({ ...page, followUps: changed })
    })
  const goTo = (id: string) =>
    run(async () => {
      await server.goToCustomer(id)
    })
  const shown = page.followUps.filter(({ state }) => !openOnly || state === 'open')
  return (
    <>
      <Checkbox label={text.openOnly} value={openOnly} onChange={setOpenOnly} />
      {problem && <Notice kind="bad">{problem}</Notice>}
      {shown.length === 0 && <Empty title={text.followUpsNone} />}
      <ul class="list" aria-label={text.tabs.followUps}>
        {shown.map((each) => (
          <li key={each.followUpId}>
            <OneFollowUp
              followUp={each}
              busy={busy}
              onGo={() => goTo(each.customerId)}
              onState={() => setState(each)}
            />
          </li>
        ))}
      </ul>
      <div class="actions">
        {page.next && (
          <Button disabled={busy} onClick={more}>
            {text.showMore}
          </Button>
        )}
        <Button disabled={busy} onClick={load}>
          {messages.complaintForm.refresh}
        </Button>
      </div>
    </>
  )
}
