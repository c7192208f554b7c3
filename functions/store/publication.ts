import type { InferOutput } from 'valibot'
import { array, object, optional, string } from 'valibot'
import { seriesSchema } from './audience.ts'
import type { ItemKey, Table, Write } from './table.ts'
import { itemsIn, prefixed } from './table.ts'
import type { WorkspaceKey } from './workspace-key.ts'

/** `W#ws`, `PUB#publication#operation`: a page of a publication that is still to become readable, with the others at once. */
const publishedPageSchema = object({
  /** As they will be; `base` is the version that each replaces. */
  series: array(object({ ...seriesSchema.entries, base: optional(string()) })),
  withdrawn: array(string()),
  /** Series that some audiences lose, while others keep them as they are. */
  lost: optional(array(object({ id: string(), audiences: array(string()) })), []),
  audiences: array(string()),
})
export type PublishedPage = InferOutput<typeof publishedPageSchema>
const storedPageSchema = object({ ...publishedPageSchema.entries, sk: string() })

const KEPT_SECONDS = 86_400

/** The pages of a publication that came before, with the writes that take them away. */
export async function publishedPages(table: Table, workspace: WorkspaceKey, publication: string) {
  const pages: PublishedPage[] = []
  const removal: Write[] = []
  const pk = workspace.partition()
  for await (const { sk, ...page } of itemsIn(table, storedPageSchema, prefixed(pk, `PUB#${publication}#`))) {
    pages.push(page)
    removal.push({ Delete: { Key: { pk, sk } } })
  }
  return { pages, removal }
}

/** The write that keeps a page for a day. */
export function pageWrite(
  workspace: WorkspaceKey,
  { publication, operation, now }: { publication: string; operation: string; now: Date },
  page: PublishedPage,
): Write {
  const key: ItemKey = { pk: workspace.partition(), sk: `PUB#${publication}#${operation}` }
  return { Put: { Item: { ...key, ...page, ttl: Math.ceil(now.getTime() / 1000) + KEPT_SECONDS } } }
}
