import type { EntryReport } from '../../entry-standard/entry-report.ts'
import { messages } from '../kit/language.ts'
import { Empty } from '../kit/layout.tsx'
import { List } from '../kit/list.tsx'
import { Notice } from '../kit/parts.tsx'
import { server } from '../kit/server.ts'
import { useAction } from '../kit/use-action.ts'

const text = messages.entryForm

/** The customers to complete, those that matter most first; a press selects the row. */
export function FillNext({ report }: { report: EntryReport }) {
  const { problem, run } = useAction()
  const go = (id: string) =>
    run(async () => {
      await server.goToCustomer(id)
    })
  return (
    <>
      <h2>{text.next}</h2>
      {report.toFill === 0 && <Empty title={text.nothingNext} />}
      {report.toFill > 0 && <p class="soft">{text.nextWhy}</p>}
      {problem && <Notice kind="bad">{problem}</Notice>}
      <List label={text.next} items={report.next} keyOf={({ row }) => row} textOf={({ id, name }) => `${id} ${name}`}>
        {({ id, name, tier, missing, wrong }) => (
          <>
            <button type="button" class="link" onClick={() => go(id)}>
              {name || id}
            </button>{' '}
            <span class="soft">{tier}</span>
            {missing.length > 0 && <p class="soft">{text.lacks(missing)}</p>}
            {wrong > 0 && <p class="soft">{`${text.wrong}: ${wrong}`}</p>}
          </>
        )}
      </List>
      {report.next.length < report.toFill && (
        <p class="soft">{text.shownOf({ shown: report.next.length, of: report.toFill })}</p>
      )}
    </>
  )
}
