import { useState } from 'preact/hooks'
import type { Classification, ValueBy } from '../../customer-page/classify-customers.ts'
import { Confirm } from '../kit/confirm.tsx'
import { messages } from '../kit/language.ts'
import { Empty } from '../kit/layout.tsx'
import { Button, Notice, Select } from '../kit/parts.tsx'
import { server } from '../kit/server.ts'
import { useAction } from '../kit/use-action.ts'
import { useOnce } from '../kit/use-once.ts'
import { Waiting } from '../kit/waiting.tsx'
import { CrossTable } from './cross-table.tsx'

const text = messages.customerForm

/** Customers by life cycle, value and need: how many are where, and a column for each on a press. */
export function Classifications() {
  const [valueBy, setValueBy] = useState<ValueBy>('abc')
  const [counted, setCounted] = useState<Classification>()
  const [isAsking, setAsking] = useState(false)
  const [done, setDone] = useState('')
  const [isWriting, setWriting] = useState(false)
  const { busy, problem, run } = useAction()
  const load = (by: ValueBy) => {
    setValueBy(by)
    setDone('')
    setWriting(false)
    void run(async () => setCounted(await server.customerClasses(by)))
  }
  useOnce(() => load(valueBy))

  const write = () => {
    setAsking(false)
    setWriting(true)
    void run(async () => {
      setDone(text.written(await server.writeCustomerClasses(valueBy)))
      setCounted(await server.customerClasses(valueBy))
    })
  }
  const overwritten = counted?.overwritten ?? []
  return (
    <section class="block" aria-label={text.three}>
      <h2>{text.three}</h2>
      <p class="soft">{text.threeWhy}</p>
      <Select
        label={text.valueBy}
        value={valueBy}
        options={[
          ['abc', text.byAbc],
          ['tier', text.byTier],
        ]}
        onChange={(by) => load(by as ValueBy)}
      />
      {!counted && <Waiting problem={problem} onAgain={() => load(valueBy)} />}
      {counted && (counted.customers > 0 ? <CrossTable counted={counted} /> : <Empty title={text.nobodyYet} />)}
      {counted && busy && (
        <p class="soft spin" role="status">
          {isWriting ? text.writing : text.counting}
        </p>
      )}
      {counted && problem && <Notice kind="bad">{problem}</Notice>}
      {done && <Notice kind="good">{done}</Notice>}
      {isAsking && (
        <Confirm
          question={overwritten.map(text.overwrite).join('\n')}
          yes={text.overwriteYes}
          busy={busy}
          onYes={write}
          onNo={() => setAsking(false)}
        />
      )}
      {!isAsking && (
        <div class="actions">
          <Button
            primary
            disabled={busy || !counted || counted.customers === 0}
            onClick={() => (overwritten.length > 0 ? setAsking(true) : write())}
          >
            {text.write}
          </Button>
        </div>
      )}
    </section>
  )
}
