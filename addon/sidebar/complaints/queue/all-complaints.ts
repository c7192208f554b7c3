import type { ListedComplaint } from '../../../complaint/queue.ts'
import { server } from '../../kit/server.ts'

/** As many as a call gives. */
const MOST = 500

/**
 * Everything that a query asks for, page after page, each complaint once.
 *
 * @param query As `listComplaints` takes it, without `limit` and `after`.
 * @param onPage Told how many there are so far.
 */
export async function allComplaints(query: string, onPage: (n: number) => void = () => {}): Promise<ListedComplaint[]> {
  const found = new Map<string, ListedComplaint>()
  let after: string | undefined = ''
  while (after !== undefined) {
    const place: string = after && `&after=${encodeURIComponent(after)}`
    const page = await server.listedComplaints(`${query}&limit=${MOST}${place}`)
    for (const complaint of page.complaints) found.set(complaint.id, complaint)
    onPage(found.size)
    after = page.next
  }
  return [...found.values()]
}
