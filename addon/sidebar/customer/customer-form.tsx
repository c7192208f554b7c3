import { useState } from 'preact/hooks'
import type { PersonSetup } from '../../privacy/person-setup.ts'
import { messages } from '../kit/language.ts'
import { server } from '../kit/server.ts'
import { Tabs } from '../kit/tabs.tsx'
import { useAction } from '../kit/use-action.ts'
import { useOnce } from '../kit/use-once.ts'
import { AllCustomers } from './all-customers.tsx'
import { CustomerView, type Doing } from './customer-view.tsx'
import { FindCustomers } from './find-customers.tsx'
import { Unfinished } from './person/unfinished.tsx'
import { useCustomer } from './use-customer.ts'
import { useSelection } from './use-selection.ts'

const text = messages.customerForm

/** The customer of the selected row, a search, and what is done for all customers at once. */
export function CustomerForm() {
  const [part, setPart] = useState('page')
  const [begun, setBegun] = useState(false)
  const [follow, setFollow] = useState(true)
  const [doing, setDoing] = useState<Doing>('')
  const [person, setPerson] = useState<PersonSetup>()
  const { customer, show, open, clear } = useCustomer()
  const action = useAction()

  const openSelected = () =>
    action.run(async () => {
      const id = await server.selectedCustomerId()
      if (id) await open(id)
      setBegun(true)
    })
  useOnce(() => {
    void openSelected()
    // Who can't be known to be an administrator is shown no more than anybody.
    server.personSetup().then(setPerson, () => {})
  })
  useSelection(begun && follow && part === 'page' && !doing, (id) => void action.run(() => open(id)))

  const goTo = (id: string) => {
    setPart('page')
    setDoing('')
    return show(server.goToCustomer(id))
  }
  return (
    <>
      <h1>{text.title}</h1>
      {person?.unfinished && <Unfinished name={person.unfinished.name || person.unfinished.id} />}
      <Tabs label={text.title} tabs={Object.entries(text.parts)} selected={part} onSelect={setPart}>
        {part === 'page' && (
          <CustomerView
            {...{ customer, begun, doing, follow, busy: action.busy, problem: action.problem }}
            mayErase={person?.may === true}
            onFollow={setFollow}
            onShowSelected={openSelected}
            onDoing={setDoing}
            onErased={clear}
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
