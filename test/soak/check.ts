import type { SoakClient } from './client.ts'
import type { Ledger, Place } from './load.ts'

export type Count = { acknowledged: number; stored: number; lost: number; doubled: number; unknown: number }

/** Compares what was acknowledged with what is stored, one by one, and the figures with both. */
export async function check({ ask }: SoakClient, { at, survey, documentKey }: Place, ledger: Ledger) {
  const answers = await all<{ answers: { answers: { why: string } }[]; cursor?: string }>(
    (cursor) => `${survey}/answers?limit=500${cursor && `&cursor=${encodeURIComponent(cursor)}`}`,
    (page) => page.cursor,
  )
  const complaints = await all<{ complaints: { description: string }[]; next?: string }>(
    (after) => `${at}/complaints?status=all&limit=500${after && `&after=${encodeURIComponent(after)}`}`,
    (page) => page.next,
  )
  const stored: string[] = []
  for (const { id } of ledger.complaints.values()) {
    const { history } = await get<{ history: { action: string; text?: string }[] }>(`${at}/complaints/${id}`)
    stored.push(...history.flatMap(({ action, text }) => (text !== undefined && action !== 'receive' ? [text] : [])))
  }
  const { figure } = await get<{ figure: number }>(`${survey}/figures?metric=COUNT`)
  const read = { method: 'POST', path: `${at}/kpis/read`, body: {}, key: documentKey }
  const { figures } = (await ask<{ figures: { value: number }[] }>(read)).body
  return {
    answers: counted(
      ledger.answers,
      answers.flatMap((page) => page.answers.map(({ answers: { why } }) => why)),
    ),
    complaints: counted(
      ledger.complaints.keys(),
      complaints.flatMap((page) => page.complaints.map(({ description }) => description)),
    ),
    acts: counted(
      [...ledger.complaints.values()].flatMap(({ acts }) => acts),
      stored,
    ),
    answersInFigures: figure,
    published: { last: ledger.published, read: figures.map(({ value }) => value) },
  }

  async function get<T>(path: string): Promise<T> {
    return (await ask<T>({ method: 'GET', path })).body
  }
  async function all<T>(path: (cursor: string) => string, next: (page: T) => string | undefined): Promise<T[]> {
    const pages: T[] = []
    for (let cursor: string | undefined = ''; cursor !== undefined; ) {
      const page: T = await get<T>(path(cursor))
      pages.push(page)
      cursor = next(page)
    }
    return pages
  }
}

export type Checked = Awaited<ReturnType<typeof check>>

/** Whether all is there once. */
export function isWhole({ answers, complaints, acts, answersInFigures, published }: Checked): boolean {
  const isRight = ({ lost, doubled, unknown }: Count) => lost + doubled + unknown === 0
  const isRead = published.last === 0 || published.read.every((value) => value === published.last)
  return [answers, complaints, acts].every(isRight) && answersInFigures === answers.stored && isRead
}

function counted(acknowledged: Iterable<string>, stored: readonly string[]): Count {
  const wanted = new Set(acknowledged)
  const found = new Set(stored)
  return {
    acknowledged: wanted.size,
    stored: stored.length,
    lost: [...wanted].filter((each) => !found.has(each)).length,
    doubled: stored.length - found.size,
    unknown: [...found].filter((each) => !wanted.has(each)).length,
  }
}
