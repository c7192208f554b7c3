import { describe, expect, test } from 'vitest'
import { digest } from '../../../functions/secrets.ts'
import type { Claims } from '../../../functions/store/wall.ts'
import { asPerson, found, get, list, put, remove, walledTable } from './walled-table.ts'

describe('a person', () => {
  test('reaches the own corner and no other', async () => {
    const { can } = asPerson()
    expect(await Promise.all([get('P#ada', 'x'), put('P#ada', 'OP#1'), list('P#ada')].map(can))).toEqual([
      ...[true, true, true],
    ])
    for (const command of [list('P#eve'), put('P#eve', 'W#ws'), list('P#ada#x')]) expect(await can(command)).toBe(false)
  })
  test.each<[string, Claims, ReturnType<typeof get>, object, boolean]>([
    ['a membership', {}, get('P#ada', 'W#ws'), found(), true],
    ['that of the workspace which the path names', { workspaceId: 'ws' }, get('P#ada', 'W#ws'), found(), true],
    ['that of another workspace than the path names', { workspaceId: 'other' }, get('P#ada', 'W#ws'), found(), false],
    ['none', {}, get('P#ada', 'W#ws'), {}, false],
    ['something else in the own corner', {}, get('P#ada', 'X#ws'), found({ workspaceId: 'ws' }), false],
  ])('proves a workspace, or not, by what is found: %s', async (_, claims, command, reply, isProven) => {
    const { ask, reaches } = asPerson(claims)
    await ask(command, reply)
    expect(await reaches('ws')).toBe(isProven)
  })
  test('proves no workspace by the membership of somebody else, or by what is only called like one', async () => {
    const { ask, reaches } = asPerson({ entrusted: 'ours' })
    await ask(get('P#eve', 'W#ours'), found({ workspaceId: 'ws' }))
    await ask(get('W#ours', 'W#ws'), found())
    expect(await reaches('ws')).toBe(false)
    const { ask: askAsNobody, reaches: reachesAsNobody } = walledTable({ entrusted: 'ours' })
    await askAsNobody(list('W#ours'), { Items: [{ sk: 'W#ws' }, { pk: 'P#undefined', sk: 'W#ws' }] })
    expect(await reachesAsNobody('ws')).toBe(false)
  })
  const listed = (Items: object[], claims: Claims = {}, command = list('P#ada')) =>
    [claims, command, { Items }] as const
  test.each([
    ['the own memberships', ...listed([{ pk: 'P#ada', sk: 'W#ws' }]), true],
    ['what the own address was invited to', ...listed([{ pk: 'E#hash', sk: 'W#ws' }], {}, list('E#hash')), true],
    ['a list where the path names a workspace', ...listed([{ pk: 'P#ada', sk: 'W#ws' }], { workspaceId: 'ws' }), false],
    ['something else', ...listed([{ pk: 'P#ada', sk: 'X#ws' }, { pk: 'P#ada', sk: 1 }, { pk: 'P#ada' }]), false],
    ['items of others', ...listed([{ pk: 'P#eve', sk: 'W#ws' }, { sk: 'W#ws' }]), false],
    ['no items', {}, list('P#ada'), {}, false],
    ['what is no list', {}, put('P#ada', 'x'), { Items: [{ pk: 'P#ada', sk: 'W#ws' }] }, false],
  ])('proves workspaces, or not, by what is listed: %s', async (_, claims, command, reply, isProven) => {
    const { ask, reaches } = asPerson(claims, 'hash')
    await ask(command, reply)
    expect(await reaches('ws')).toBe(isProven)
  })
  test('without an address no list of items without a key proves anything', async () => {
    const { ask, reaches } = asPerson()
    await ask(list('P#ada'), { Items: [{ sk: 'W#ws' }] })
    expect(await reaches('ws')).toBe(false)
  })
  test('reads where the own address was invited to, and leaves what is there', async () => {
    const { can } = asPerson({}, 'hash')
    expect([await can(list('E#hash')), await can(list('E#other')), await can(remove('E#hash', 'W#ws'))]).toEqual([
      ...[true, false, false],
    ])
  })
  test('may try codes: one that is there proves its workspace and can be used up', async () => {
    const { ask, can, reaches } = asPerson({ workspaceId: 'any' })
    await ask(get('C#hash', 'CODE'))
    expect([await can(remove('C#hash', 'CODE')), await reaches('ws')]).toEqual([false, false])
    await ask(get('C#hash', 'CODE'), found({ workspaceId: 'ws' }))
    expect([await can(remove('C#hash', 'CODE')), await reaches('ws')]).toEqual([true, true])
    expect([await can(remove('C#other', 'CODE')), await reaches('other')]).toEqual([false, false])
  })
})

describe('a key or link', () => {
  const hash = digest('secret')
  const shown = (token: string | undefined, workspaceId?: string) => walledTable({ workspaceId, tokens: [token] })

  test.each(['K', 'D'])('proves its workspace where it is found: %s', async (kind) => {
    const { ask, can, reaches } = shown('ws.secret', 'ws')
    expect([await can(get('W#ws', `${kind}#${hash}`)), await reaches('ws')]).toEqual([true, false])
    expect(await can(put('W#ws', `${kind}#${hash}`))).toBe(false)
    await ask(get('W#ws', `${kind}#${hash}`), found())
    expect([await reaches('ws'), await reaches('other')]).toEqual([true, false])
  })
  test('is looked for where it would lie, and nowhere else', async () => {
    const { can } = shown('ws.secret')
    const others = [get('W#ws', `K#${digest('other')}`), get('W#other', `K#${hash}`), get('W#ws', `E#${hash}`)]
    for (const command of others) expect(await can(command)).toBe(false)
  })
  test('proves no other workspace than the path names, and the own one where it names none', async () => {
    for (const [workspaceId, isProven] of [['other', false] as const, [undefined, true] as const]) {
      const { ask, reaches } = shown('ws.secret', workspaceId)
      await ask(get('W#ws', `K#${hash}`), found())
      expect(await reaches('ws')).toBe(isProven)
    }
  })
  test.each(['', '.secret', 'ws.', 'ws', undefined])('%j is none', async (token) => {
    const { can } = shown(token)
    for (const [ws, secret] of [['', 'secret'] as const, ['ws', ''] as const, ['ws', 'secret'] as const])
      expect(await can(get(`W#${ws}`, `K#${digest(secret)}`))).toBe(false)
  })
  test('what cannot be one is looked for where nothing lies, and nothing is put there', async () => {
    const { can } = shown('none')
    expect([await can(get('W#none', `K#${hash}`)), await can(put('W#none', 'x'))]).toEqual([true, false])
  })
})
