/** A page of long work, as the forms send it. */
export type Page = { done: number; total: number; next: number | null; rejected: { row: number; reason: string }[] }

/** Sends page after page as a form does, and gives all of them. */
export async function allPages<T extends Page>(send: (row: number) => Promise<T>): Promise<T[]> {
  const sent: T[] = []
  for (let row: number | null = 0; row !== null; ) {
    const page: T = await send(row)
    sent.push(page)
    row = page.next
  }
  return sent
}

/** The sum over all pages of one of their counts. */
export function total(pages: object[], count: string): number {
  return pages.reduce((sum, page) => sum + ((page as Record<string, number>)[count] ?? 0), 0)
}
