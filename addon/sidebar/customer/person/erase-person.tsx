import { useState } from 'preact/hooks'
import type { StoredOfPerson } from '../../../privacy/stored-of-person.ts'
import { Checkbox } from '../../kit/fields.tsx'
import { messages } from '../../kit/language.ts'
import { Actions } from '../../kit/layout.tsx'
import { Button, Notice, TextField } from '../../kit/parts.tsx'
import { server } from '../../kit/server.ts'
import { Erasing } from './erasing.tsx'
import { StoredTable } from './stored-table.tsx'
import { useErase } from './use-erase.ts'

const text = messages.privacy

type Props = { stored: StoredOfPerson; onBack: () => void; onErased: () => void }

/** Shows what is stored about a person, asks for their id, and erases them. */
export function ErasePerson({ stored, onBack, onErased }: Props) {
  const [withOrders, setWithOrders] = useState(false)
  const [typed, setTyped] = useState<string>()
  const [isBegun, setBegun] = useState(false)
  const work = useErase()
  const { id } = stored
  const name = stored.name || id
  const isSame = [id, name].includes(typed?.trim() ?? '')
  const erase = () =>
    work.run(async () => {
      await server.beginErasure(id, withOrders)
      setBegun(true)
      setTyped(undefined)
      await work.start()
    })
  const isOver = work.isDone && !work.running
  const isAsking = typed !== undefined
  const isLooking = !isBegun && !isAsking
  return (
    <>
      <h2>{text.eraseTitle}</h2>
      {isLooking && (
        <>
          <p>{text.eraseWhy(name)}</p>
          <StoredTable stored={stored} withOrders={withOrders} />
          {stored.tabs.some(({ fate }) => fate === 'left') && <p class="hint">{text.leftHint}</p>}
          {stored.tabs.some(({ isChoice }) => isChoice) && (
            <Checkbox
              label={text.withOrders}
              hint={text.withOrdersHint}
              value={withOrders}
              disabled={work.busy}
              onChange={setWithOrders}
            />
          )}
        </>
      )}
      {isAsking && (
        <>
          <Notice kind="warn">{text.ask({ name, id })}</Notice>
          <TextField label={text.typed} value={typed} onChange={setTyped} />
        </>
      )}
      {isBegun && <Erasing work={work} name={name} />}
      <Actions busy={work.busy} problem={work.problem}>
        {isOver ? (
          <Button primary onClick={onErased}>
            {messages.form.back}
          </Button>
        ) : work.running ? (
          <Button disabled={work.stopping} onClick={work.stop}>
            {messages.form.stop}
          </Button>
        ) : isBegun ? (
          <Button primary disabled={work.busy} onClick={work.start}>
            {text.finish}
          </Button>
        ) : (
          <>
            {isAsking ? (
              <Button primary disabled={!isSame || work.busy} onClick={erase}>
                {text.erase}
              </Button>
            ) : (
              <Button primary disabled={work.busy} onClick={() => setTyped('')}>
                {text.goOn}
              </Button>
            )}
            <Button disabled={work.busy} onClick={onBack}>
              {messages.form.cancel}
            </Button>
          </>
        )}
      </Actions>
    </>
  )
}
