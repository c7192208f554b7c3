import { useRef, useState } from 'preact/hooks'
import type { ListedComplaint } from '../../../complaint/queue.ts'
import { server } from '../../kit/server.ts'
import { useAction } from '../../kit/use-action.ts'
import { useOnce } from '../../kit/use-once.ts'
import { type QueueFilter, queueQuery } from './queue-filter.ts'

/** While somebody types, this long nothing is asked. */
const PAUSE_MS = 300

type Listed = { complaints: ListedComplaint[]; asOf: string; next?: string | undefined }

/**
 * The complaints that a filter looks for, by pages: asked anew when it changes, once typing rests. What comes after the
 * filter had changed again is not shown.
 */
export function useComplaints(first: QueueFilter, limit: number) {
  const [filter, setFilter] = useState(first)
  const [list, setList] = useState<Listed>()
  const action = useAction()
  const asked = useRef(0)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)

  const pages = (wanted: QueueFilter, before: ListedComplaint[], from: string) => {
    const own = ++asked.current
    return action.run(async () => {
      let complaints = before
      let after: string | undefined = from
      do {
        const page = await server.listedComplaints(queueQuery(wanted, after, limit))
        if (own !== asked.current) return
        complaints = [...complaints, ...page.complaints]
        after = page.next
        setList({ complaints, asOf: page.asOf, next: after })
      } while (complaints.length === before.length && after !== undefined)
    })
  }
  useOnce(() => pages(filter, [], ''))
  const change = (wanted: QueueFilter) => {
    setFilter(wanted)
    clearTimeout(timer.current)
    timer.current = setTimeout(() => pages(wanted, [], ''), PAUSE_MS)
  }
  return {
    ...action,
    ...{ filter, list, change },
    load: () => pages(filter, [], ''),
    more: () => pages(filter, list?.complaints ?? [], list?.next ?? ''),
  }
}
