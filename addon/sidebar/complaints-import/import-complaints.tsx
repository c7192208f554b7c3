import { useState } from 'preact/hooks'
import type { ComplaintPlan } from '../../../core/complaint/import/complaint-plan.ts'
import { customerFinder } from '../../../core/customer-file/customer-finder.ts'
import type { ComplaintImportSetup, ComplaintTab } from '../../complaint/complaint-import-setup.ts'
import type { OnPage } from '../customer-file/read-rows.ts'
import { messages } from '../kit/language.ts'
import { server } from '../kit/server.ts'
import { useAction } from '../kit/use-action.ts'
import { useOnce } from '../kit/use-once.ts'
import { Waiting } from '../kit/waiting.tsx'
import { AccountStep } from '../tab-import/account-step.tsx'
import { PreviewStep } from '../tab-import/preview-step.tsx'
import { customersToFind, tabRows } from '../tab-import/read-tab.ts'
import { TabStep } from '../tab-import/tab-step.tsx'
import { useSending } from '../tab-import/use-sending.ts'
import { ColumnStep } from './column-step.tsx'
import { ComplaintDetails, RejectedComplaints } from './complaint-details.tsx'
import { complaintSender, type PreparedComplaints, preparedComplaints, type TabRows } from './prepared-complaints.ts'
import { likelyTab, proposedPlan } from './proposed-plan.ts'

const text = messages.complaintImport

/** Imports complaints from a tab: chooses it, says which column is what, shows what would be done, and sends it. */
export function ImportComplaints() {
  const [setup, setSetup] = useState<ComplaintImportSetup>()
  const [read, setRead] = useState<TabRows>()
  const [plan, setPlan] = useState<ComplaintPlan>()
  const [prepared, setPrepared] = useState<PreparedComplaints>()
  const sending = useSending()
  const { problem, run } = useAction()
  const load = () => run(async () => setSetup(await server.complaintImportSetup()))
  useOnce(load)

  const readTab = async ({ id }: ComplaintTab, goesOn: boolean, onPage: OnPage) => {
    const setup = await server.complaintImportSetup()
    setSetup(setup)
    const tab = setup.tabs.find((each) => each.id === id)
    if (!tab) return
    const rows = await tabRows(tab, onPage)
    const find = customerFinder(await customersToFind(setup, onPage))
    const { timeZone, now } = setup
    const found: TabRows = { tab, rows, basis: { find, timeZone, now } }
    const proposed = proposedPlan(found)
    const ready = goesOn ? await preparedComplaints(server, found, proposed, onPage) : undefined
    setRead(found)
    setPlan(proposed)
    setPrepared(ready)
    if (ready) void sending.start(complaintSender(server, found, ready), ready)
  }
  const leave = () => {
    sending.reset()
    setPrepared(undefined)
    setRead(undefined)
    setSetup(undefined)
    void load()
  }

  return (
    <>
      {!setup && <Waiting problem={problem} onAgain={load} />}
      {setup && !read && <TabStep tabs={setup.tabs} likely={likelyTab(setup.tabs)} words={text} onRead={readTab} />}
      {read && plan && !prepared && (
        <ColumnStep
          read={read}
          plan={plan}
          onPlan={setPlan}
          onPreview={async (onPage) => setPrepared(await preparedComplaints(server, read, plan, onPage))}
          onBack={leave}
        />
      )}
      {read && prepared && !sending.ended && (
        <PreviewStep
          name={read.tab.name}
          prepared={prepared}
          sending={sending}
          words={text}
          onStart={() => sending.start(complaintSender(server, read, prepared), prepared)}
          onBack={() => (sending.sum.sent > 0 ? leave() : setPrepared(undefined))}
        >
          <ComplaintDetails read={read} prepared={prepared} />
        </PreviewStep>
      )}
      {read && prepared && sending.ended && (
        <AccountStep name={read.tab.name} prepared={prepared} sum={sending.sum} account={text.account} onDone={leave}>
          <RejectedComplaints read={read} prepared={prepared} refused={sending.sum.refused} />
        </AccountStep>
      )}
    </>
  )
}
