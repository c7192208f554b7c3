import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { cacheStore } from '../../../local/apps-script/cache-store.ts'
import { propertyStore } from '../../../local/apps-script/property-store.ts'
import { triggerStore } from '../../../local/apps-script/trigger-store.ts'
import { evaluate } from './host.ts'

let dir: string
beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'stores-'))
})
afterAll(() => rm(dir, { recursive: true }))

describe('properties', () => {
  test('are kept for the next start, each store by itself, and no draft stays behind', async () => {
    const set = `PropertiesService.getDocumentProperties().setProperties({ a: '1', b: 2 }).setProperty('c', true)
      PropertiesService.getUserProperties().setProperty('a', 'mine')`
    await evaluate(set, { properties: await propertyStore(dir) })
    const read = `var all = PropertiesService.getDocumentProperties()
      return [all.getProperties(), all.getKeys(), all.getProperty('none'), PropertiesService.getUserProperties().getProperty('a'),
        PropertiesService.getScriptProperties().getKeys()]`
    expect(await evaluate(read, { properties: await propertyStore(dir) })).toEqual([
      { a: '1', b: '2', c: 'true' },
      ['a', 'b', 'c'],
      null,
      'mine',
      [],
    ])
    expect(await readdir(dir)).toEqual(['properties.json'])
  })

  test('are deleted one by one, all, or all others', async () => {
    const body = `var all = PropertiesService.getScriptProperties().setProperties({ a: '1', b: '2', c: '3' })
      all.deleteProperty('a'); var one = all.getKeys()
      all.setProperties({ d: '4' }, true); var others = all.getKeys()
      return [one, others, all.deleteAllProperties().getKeys()]`
    expect(await evaluate(body, {})).toEqual([['b', 'c'], ['d'], []])
  })

  test('a value has up to 9 KB, counted in bytes', async () => {
    const set = (text: string) => evaluate(`PropertiesService.getScriptProperties().setProperty('k', ${text})`, {})
    await set('"x".repeat(9216)')
    await expect(set('"x".repeat(9217)')).rejects.toThrow('Argument too large: value')
    await expect(set('"客".repeat(3073)')).rejects.toThrow('Argument too large: value')
  })

  test('a store has up to 500 KB, and what passes it changes nothing', async () => {
    const properties = await propertyStore()
    const full = Object.fromEntries(Array.from({ length: 56 }, (_, n) => [`key${n}`, 'x'.repeat(9000)]))
    await properties.change('user', full, [])
    await expect(properties.change('user', { more: 'x'.repeat(9000) }, [])).rejects.toThrow('property storage quota')
    expect(Object.keys(properties.all('user'))).toHaveLength(56)
    await properties.change('user', { more: 'x'.repeat(9000) }, ['key0'])
  })
})

describe('the cache', () => {
  test('gives what was put, and null or nothing for the rest', async () => {
    const body = `var cache = CacheService.getDocumentCache()
      cache.put('a', '1'); cache.putAll({ b: '2', c: '3' }, 60); cache.remove('c')
      return [cache.get('a'), cache.get('x'), cache.getAll(['a', 'b', 'c']), CacheService.getUserCache().get('a')]`
    expect(await evaluate(body, {})).toEqual(['1', null, { a: '1', b: '2' }, null])
  })

  test.each([
    ['a'.repeat(251), 'v', 600, 'Argument too large: key'],
    ['a', 'v'.repeat(102_401), 600, 'Argument too large: value'],
    ['a', 'v', 21_601, 'Argument is out of range: expirationInSeconds'],
    ['a', 'v', 0, 'Argument is out of range: expirationInSeconds'],
  ])(
    'refuses a key over 250 characters, a value over 100 KB, a time over 21,600 s (%#)',
    (key, value, seconds, sentence) => {
      const cache = cacheStore()
      expect(() => cache.putAll('script', { ok: '1', [key]: value }, seconds)).toThrow(sentence)
      expect(cache.getAll('script', ['ok'])).toEqual({})
      cache.putAll('script', { ['a'.repeat(250)]: 'v'.repeat(102_400) }, 21_600)
    },
  )

  test('forgets after its time', () => {
    let now = 0
    const cache = cacheStore(() => now)
    cache.putAll('user', { a: '1' }, 10)
    now = 9_999
    expect(cache.getAll('user', ['a'])).toEqual({ a: '1' })
    now = 10_000
    expect(cache.getAll('user', ['a'])).toEqual({})
  })

  test('keeps the 900 that last longest once there are over 1,000', () => {
    const cache = cacheStore(() => 0)
    const keys = Array.from({ length: 1000 }, (_, n) => `k${n}`)
    for (const [n, key] of keys.entries()) cache.putAll('script', { [key]: 'v' }, n + 1)
    expect(Object.keys(cache.getAll('script', keys))).toHaveLength(1000)
    cache.putAll('script', { last: 'v' }, 21_600)
    expect(Object.keys(cache.getAll('script', [...keys, 'last']))).toHaveLength(900)
    expect(cache.getAll('script', ['k100', 'k101', 'last'])).toEqual({ k101: 'v', last: 'v' })
  })
})

describe('timed triggers', () => {
  test('are made, listed and deleted by a script, and kept', async () => {
    const triggers = await triggerStore(dir)
    const body = `var made = ScriptApp.newTrigger('refresh').timeBased().everyHours(1).create()
      ScriptApp.newTrigger('other').timeBased().everyHours(2).create()
      ScriptApp.deleteTrigger(made)
      return ScriptApp.getProjectTriggers().map(function (one) { return [one.getHandlerFunction(), one.getEventType() === ScriptApp.EventType.CLOCK] })`
    expect(await evaluate(body, { triggers })).toEqual([['other', true]])
    expect((await triggerStore(dir)).all()).toMatchObject([{ handler: 'other', everyMinutes: 120 }])
    await expect(evaluate(`ScriptApp.newTrigger('a').timeBased().everyHours(3).create()`)).rejects.toThrow(
      'one of 1, 2, 4, 6, 8, 12',
    )
  })

  test('come due once an interval, and once after a long pause', async () => {
    let now = 0
    const triggers = await triggerStore(undefined, () => now)
    await triggers.add({ handler: 'hourly', everyMinutes: 60 })
    now = 59 * 60_000
    expect(await triggers.due()).toEqual([])
    now = 300 * 60_000
    expect(await triggers.due()).toMatchObject([{ handler: 'hourly' }])
    expect(await triggers.due()).toEqual([])
  })

  test('are at most twenty', async () => {
    const triggers = await triggerStore()
    for (let n = 0; n < 20; n += 1) await triggers.add({ handler: 'h', everyMinutes: 60 })
    await expect(triggers.add({ handler: 'h', everyMinutes: 60 })).rejects.toThrow('too many triggers')
  })
})
