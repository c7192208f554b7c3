import { beforeAll, describe, expect, test } from 'vitest'
import {
  type AudienceLink,
  audienceLinkRemoval,
  audienceLinks,
  audienceLinkWrite,
  findAudienceLink,
  keepRead,
  unlinkWrites,
} from '../../../functions/store/audience-link.ts'
import { findDocumentKey } from '../../../functions/store/document-key.ts'
import { transact, type Write } from '../../../functions/store/table.ts'
import { WorkspaceKey } from '../../../functions/store/workspace-key.ts'
import { bareTable } from '../bare-table.ts'
import { watched } from './watched.ts'

const place = (id: string) => WorkspaceKey.ofScanned(`W#${id}`)
const at = '2026-03-10T08:00:00.000Z'
let table: Awaited<ReturnType<typeof bareTable>>
beforeAll(async () => {
  table = await bareTable()
})

/** What became of each write: refused or not, where any was. */
const tried = async (...writes: Write[]) => (await transact(table, writes))?.map(({ Code }) => Code !== 'None')

describe('linked spreadsheets', () => {
  const team = place('links')
  const link = (keyId: string, since: string, change: Partial<AudienceLink> = {}): AudienceLink => ({
    keyId,
    spreadsheetId: `sheet ${keyId}`,
    title: 'Sheet',
    linkedBy: 'Bo',
    since,
    ...change,
  })
  const keep = (audience: string, ...links: AudienceLink[]) =>
    tried(...links.map((each) => audienceLinkWrite(team, audience, each)))

  test('are listed, the first linked first', async () => {
    const [second, first, third] = [
      link('a', '2026-02'),
      link('b', '2026-01'),
      link('c', '2026-03', { lastReadAt: at }),
    ]
    await keep('listed', third, second, first)
    await table.put({ pk: 'W#links#A#listed', sk: 'M#1' })
    expect(await audienceLinks(table, team, 'listed')).toEqual([first, second, third])
    const same = [link('x', at), link('y', at), link('z', at)]
    await keep('same', ...same)
    expect(await audienceLinks(table, team, 'same')).toEqual(same)
    expect(await findAudienceLink(table, team, 'listed', 'c')).toEqual(third)
    expect(await findAudienceLink(table, team, 'same', 'c')).toBeUndefined()
  })
  test('are taken off the list, or ended with their key', async () => {
    await keep('ended', link('k1', at), link('k2', at))
    const key = { spreadsheetId: 's', title: 't', grants: ['kpis'], createdBy: 'bo', createdAt: at, keyId: 'k2' }
    await table.put({ pk: 'W#links', sk: 'D#k2', ...key })
    await tried(audienceLinkRemoval(team, 'ended', 'k1'))
    expect((await audienceLinks(table, team, 'ended')).map(({ keyId }) => keyId)).toEqual(['k2'])
    expect(await findDocumentKey(table, team, 'k2')).toBeDefined()
    await tried(...unlinkWrites(team, 'ended', 'k2'))
    expect([await audienceLinks(table, team, 'ended'), await findDocumentKey(table, team, 'k2')]).toEqual([
      [],
      undefined,
    ])
  })
  test('tell when they were last read for, to the minute', async () => {
    await keep('read', link('k', at))
    const read = async (instant: string) => {
      const looked = watched(table)
      await keepRead(looked, team, { audience: 'read', keyId: 'k' }, new Date(instant))
      return [(await findAudienceLink(table, team, 'read', 'k'))?.lastReadAt, looked.asked.length]
    }
    expect(await read(at)).toEqual([at, 2])
    expect(await read('2026-03-10T08:00:59.999Z')).toEqual([at, 1])
    expect(await read('2026-03-10T08:01:00.000Z')).toEqual(['2026-03-10T08:01:00.000Z', 2])
  })
  test('stay gone, also where they are read for at that moment', async () => {
    const reading = (by = table as Parameters<typeof keepRead>[0]) =>
      keepRead(by, team, { audience: 'gone', keyId: 'k' }, new Date(at))
    await reading()
    expect(await audienceLinks(table, team, 'gone')).toEqual([])
    await keep('gone', link('k', at))
    const ended = watched(table, async ({ UpdateExpression }) => {
      if (UpdateExpression) await tried(audienceLinkRemoval(team, 'gone', 'k'))
    })
    await reading(ended)
    expect(await audienceLinks(table, team, 'gone')).toEqual([])
    await keep('gone', link('k', at))
    const failing = watched(table, ({ UpdateExpression }) => {
      if (UpdateExpression) throw new Error('away')
    })
    await expect(reading(failing)).rejects.toThrow('away')
  })
})
