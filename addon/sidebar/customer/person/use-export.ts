import { useRef, useState } from 'preact/hooks'
import type { ExportedPage, ExportedRows } from '../../../privacy/export-person.ts'
import type { StoredOfPerson } from '../../../privacy/stored-of-person.ts'
import { server } from '../../kit/server.ts'
import { usePages } from '../../kit/use-pages.ts'

type Held = { customerId: string } & Required<Omit<ExportedPage, 'next' | 'customer'>> & Pick<ExportedPage, 'customer'>
type Gathered = { rows: ExportedRows; held: Held[]; at: number; cursor: string }

const nothing = (): Gathered => ({ rows: {}, held: [], at: 0, cursor: '' })

/** Gathers all that is stored about a person, first of the spreadsheet, then page by page of the workspace, id by id. */
export function useExport({ id, ids, backend, tabs }: StoredOfPerson) {
  const [file, setFile] = useState<{ name: string; href: string; rows: number }>()
  const got = useRef(nothing())
  const inSheet = tabs.reduce((sum, { rows }) => sum + rows, 0)
  const total = inSheet + (backend ? backend.answers + backend.links + backend.complaints : 0)

  async function sheetPart(): Promise<void> {
    setFile(undefined)
    got.current = { ...nothing(), rows: await server.exportPersonRows(id) }
  }
  async function heldPart(): Promise<void> {
    const now = got.current
    const customerId = ids[now.at] as string
    const {
      next = '',
      customer,
      answers = [],
      links = [],
      complaints = [],
    } = await server.exportPersonPage(customerId, now.cursor)
    const held = now.held[now.at] ?? { customerId, answers: [], links: [], complaints: [] }
    now.held[now.at] = {
      ...held,
      ...(customer !== undefined && { customer }),
      ...{ answers: [...held.answers, ...answers], links: [...held.links, ...links] },
      complaints: [...held.complaints, ...complaints],
    }
    now.cursor = next
    if (!next) now.at++
  }
  function save(): void {
    const { rows, held } = got.current
    const all = { customerId: id, exportedAt: new Date().toISOString(), spreadsheet: rows, workspace: held }
    const blob = new Blob([JSON.stringify(all, null, 2)], { type: 'application/json' })
    const count = Object.values(rows).reduce((sum, each) => sum + each.length, 0)
    const name = `${id.replace(/[^\p{L}\p{N}._-]/gu, '_')}.json`
    setFile({ name, href: URL.createObjectURL(blob), rows: count })
  }
  const pages = usePages(
    async (row) => {
      await (row === 0 ? sheetPart() : heldPart())
      const { held, at } = got.current
      const isMore = backend !== null && at < ids.length
      if (!isMore) save()
      const done = held.reduce((sum, each) => sum + each.answers.length + each.links.length + each.complaints.length, 0)
      return { done: Math.min(total, inSheet + done), total, next: isMore ? row + 1 : null }
    },
    () => {},
  )
  return { ...pages, file }
}
