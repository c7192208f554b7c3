import { useState } from 'preact/hooks'
import { messages } from '../kit/language.ts'
import { server } from '../kit/server.ts'
import { Tabs } from '../kit/tabs.tsx'
import { useAction } from '../kit/use-action.ts'
import { useOnce } from '../kit/use-once.ts'
import { AllCustomers } from './all-customers.tsx'
import { CustomerView } from './customer-view.tsx'
import { FindCustomers } from './find-customers.tsx'
import { useCustomer } from './use-customer.ts'
import { useSelection } from './use-selection.ts'

const text = messages.customerForm

/** The customer of the selected row, a search, and what is done for all customers at once. */
export function CustomerForm() {
  const [part, setPart] = useState('page')
  const [begun, setBegun] = useState(false)
  const [follow, setFollow] = useState(true)
  const [logging, setLogging] = useState(false)
  const { customer, show, open } = useCustomer()
  const action = useAction()

  const openSelected = () =>
    action.run(async () => {
      const id = await server.selectedCustomerId()
      if (id) await open(id)
      setBegun(true)
    })
  useOnce(() => void openSelected())
  useSelection(begun && follow && part === 'page' && !logging, (id) => void action.run(() => open(id)))

  const goTo = (id: string) => {
    setPart('page')
    setLogging(false)
    return show(server.goToCustomer(id))
  }
  return (
    <>
      <h1>{text.title}</h1>
      <Tabs label={text.title} tabs={Object.entries(text.parts)} selected={part} onSelect={setPart}>
        {part === 'page' && (
          <CustomerView
            {...{ customer, begun, logging, follow, busy: action.busy, problem: action.problem }}
            onFollow={setFollow}
            onShowSelected={openSelected}
            onLogging={setLogging}
            onLogged={(id) => void action.run(() => open(id))}
            onClassify={() => setPart('all')}
          />
        )}
        {part === 'find' && <FindCustomers onOpen={goTo} />}
        {part === 'all' && <AllCustomers />}
      </Tabs>
    </>
  )
}
