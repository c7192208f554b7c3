import type { ActionPage } from '../../customer-file/run-action.ts'

/** Sends an action's pages until it is over, or nobody wants it to go on; gives what they did together. */
export async function runPages(
  send: () => Promise<ActionPage>,
  onPage: (page: ActionPage) => void,
  goOn: () => boolean,
): Promise<ActionPage> {
  let sum: ActionPage | undefined
  do {
    const page = await send()
    sum = {
      ...page,
      added: page.added + (sum?.added ?? 0),
      changed: page.changed + (sum?.changed ?? 0),
      removed: page.removed + (sum?.removed ?? 0),
      left: [...(sum?.left ?? []), ...page.left],
    }
    onPage(page)
  } while (sum.next !== null && goOn())
  return sum
}
