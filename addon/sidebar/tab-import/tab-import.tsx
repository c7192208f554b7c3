import type { VNode } from 'preact'
import { useState } from 'preact/hooks'
import { type CustomerFinder, customerFinder } from '../../../core/customer-file/customer-finder.ts'
import type { PlainCell } from '../../../core/customer-file/customer-table.ts'
import type { ImportTab, ImportTabs } from '../../tab-import/import-tabs.ts'
import type { OnPage } from '../customer-file/read-rows.ts'
import { useAction } from '../kit/use-action.ts'
import { useOnce } from '../kit/use-once.ts'
import { Waiting } from '../kit/waiting.tsx'
import { AccountStep } from './account-step.tsx'
import type { PreparedImport } from './prepared-import.ts'
import { PreviewStep, type PreviewWords } from './preview-step.tsx'
import { customersToFind, tabRows } from './read-tab.ts'
import type { Refusal } from './rejected-rows.tsx'
import type { Sender } from './send-rows.ts'
import { TabStep, type TabWords } from './tab-step.tsx'
import { useSending } from './use-sending.ts'

/**
 * How rows of a kind are imported: `Read` is a tab with its rows, `P` the plan of its columns and `K` the kept one, `R` a row
 * and `J` one that is rejected.
 */
type ImportKind<K, Setup extends ImportTabs<K>, Read extends { tab: ImportTab<K> }, P, R extends { row: number }, J> = {
  words: TabWords & PreviewWords & { account: (counts: { taken: number; known: number; rejected: number }) => string }
  setup: () => Promise<Setup>
  /** The tab that looks most like what is imported. */
  likely: (setup: Setup) => ImportTab<K> | undefined
  /** A tab's rows with what they are read against. */
  read: (setup: Setup, found: { tab: ImportTab<K>; rows: PlainCell[][]; find: CustomerFinder }) => Read
  proposed: (read: Read) => P
  prepared: (read: Read, plan: P, onPage: OnPage) => Promise<PreparedImport<K, R, J>>
  sender: (read: Read, prepared: PreparedImport<K, R, J>) => Sender<R & { id: string }>
  Columns: (props: {
    read: Read
    plan: P
    onPlan: (plan: P) => void
    onPreview: (onPage: OnPage) => Promise<void>
    onBack: () => void
  }) => VNode
  Details: (props: { read: Read; prepared: PreparedImport<K, R, J> }) => VNode
  Rejected: (props: { read: Read; prepared: PreparedImport<K, R, J>; refused: readonly Refusal[] }) => VNode
}

/**
 * Imports rows from a tab: chooses it, says which column is what, shows what would be done, and sends it.
 *
 * @param onBack Leaves the import; without it another one can be begun.
 */
export function TabImport<
  K,
  Setup extends ImportTabs<K>,
  Read extends { tab: ImportTab<K> },
  P,
  R extends { row: number },
  J,
>({ kind, onBack }: { kind: ImportKind<K, Setup, Read, P, R, J>; onBack?: () => void }) {
  const [setup, setSetup] = useState<Setup>()
  const [read, setRead] = useState<Read>()
  const [plan, setPlan] = useState<P>()
  const [prepared, setPrepared] = useState<PreparedImport<K, R, J>>()
  const sending = useSending()
  const { problem, run } = useAction()
  const load = () => run(async () => setSetup(await kind.setup()))
  useOnce(load)

  const readTab = async ({ id }: ImportTab<K>, goesOn: boolean, onPage: OnPage) => {
    const now = await kind.setup()
    setSetup(now)
    const tab = now.tabs.find((each) => each.id === id)
    if (!tab) return
    const rows = await tabRows(tab, onPage)
    const found = kind.read(now, { tab, rows, find: customerFinder(await customersToFind(now, onPage)) })
    const proposed = kind.proposed(found)
    const ready = goesOn ? await kind.prepared(found, proposed, onPage) : undefined
    setRead(found)
    setPlan(proposed)
    setPrepared(ready)
    if (ready) void sending.start(kind.sender(found, ready), ready)
  }
  const leave = () => {
    sending.reset()
    setPrepared(undefined)
    setRead(undefined)
    setSetup(undefined)
    void load()
  }

  const { words, Columns, Details, Rejected } = kind
  if (!setup) return <Waiting problem={problem} onAgain={load} />
  if (!read || plan === undefined)
    return (
      <TabStep
        tabs={setup.tabs}
        likely={kind.likely(setup)}
        words={words}
        onRead={readTab}
        {...(onBack && { onBack })}
      />
    )
  if (!prepared)
    return (
      <Columns
        read={read}
        plan={plan}
        onPlan={setPlan}
        onPreview={async (onPage) => setPrepared(await kind.prepared(read, plan, onPage))}
        onBack={leave}
      />
    )
  const { name } = read.tab
  if (sending.ended)
    return (
      <AccountStep name={name} prepared={prepared} sum={sending.sum} account={words.account} onDone={onBack ?? leave}>
        <Rejected read={read} prepared={prepared} refused={sending.sum.refused} />
      </AccountStep>
    )
  return (
    <PreviewStep
      name={name}
      prepared={prepared}
      sending={sending}
      words={words}
      onStart={() => sending.start(kind.sender(read, prepared), prepared)}
      onBack={() => (sending.sum.sent > 0 ? leave() : setPrepared(undefined))}
    >
      <Details read={read} prepared={prepared} />
    </PreviewStep>
  )
}
