import { describe, expect, test } from 'vitest'
import { evaluate } from './host.ts'

describe('Utilities.formatDate', () => {
  test.each([
    ['2024-02-29T16:05:09.007Z', 'Asia/Shanghai', 'yyyy-MM-dd HH:mm:ss.SSS', '2024-03-01 00:05:09.007'],
    ['2024-02-29T16:05:09Z', 'Etc/UTC', "d MMM yy, EEEE 'at' h:mm a", '29 Feb 24, Thursday at 4:05 PM'],
    ['2024-02-29T00:05:09Z', 'GMT', 'hh K kk H', '12 0 24 0'],
    ['2024-07-01T12:00:00Z', 'America/New_York', "yyyy-MM-dd'T'HH:mm:ssXXX", '2024-07-01T08:00:00-04:00'],
    ['2024-01-01T12:00:00Z', 'America/New_York', 'Z z zzzz X', '-0500 EST Eastern Standard Time -05'],
    ['2024-12-31T23:00:00Z', 'GMT+8', 'D u E z', '1 3 Wed GMT+08:00'],
    ['2024-12-31T23:00:00Z', 'UTC', "MMMM 'o''clock'", "December o'clock"],
    ['2024-12-31T23:00:00Z', 'UTC', 'y G XXX', '2024 AD Z'],
  ])('%s in %s as %s', async (instant, zone, pattern, text) => {
    const call = `Utilities.formatDate(new Date('${instant}'), '${zone}', ${JSON.stringify(pattern)})`
    expect(await evaluate(`return ${call}`)).toBe(text)
  })

  test('a letter that is not emulated, or something other than a Date, is refused', async () => {
    await expect(evaluate("Utilities.formatDate(new Date(), 'GMT', 'YYYY')")).rejects.toThrow(
      'pattern letter Y is not emulated',
    )
    await expect(evaluate("Utilities.formatDate('2024-01-01', 'GMT', 'yyyy')")).rejects.toThrow('a Date was expected')
  })
})

test.each([
  ['2024-03-10 02:30', 'America/New_York', 'yyyy-MM-dd HH:mm', '2024-03-10T07:30:00.000Z'],
  ['1/3/2024', 'Asia/Shanghai', 'd/M/yyyy', '2024-02-29T16:00:00.000Z'],
  ['20240301', 'GMT', 'yyyyMMdd', '2024-03-01T00:00:00.000Z'],
])('Utilities.parseDate reads %s in %s', async (text, zone, pattern, instant) => {
  expect(await evaluate(`return Utilities.parseDate('${text}', '${zone}', '${pattern}').toISOString()`)).toBe(instant)
  await expect(evaluate(`Utilities.parseDate('soon', '${zone}', '${pattern}')`)).rejects.toThrow('Cannot parse "soon"')
})

test('digests and signatures are signed bytes', async () => {
  const body = `function hex(bytes) { return bytes.map(function (b) { return ((b + 256) % 256).toString(16).padStart(2, '0') }).join('') }
    var digest = Utilities.computeDigest(Utilities.DigestAlgorithm.SHA_256, 'abc')
    return [hex(digest), digest[0], hex(Utilities.computeHmacSha256Signature('what do ya want for nothing?', 'Jefe'))]`
  // FIPS 180-4 and RFC 4231, case 2.
  expect(await evaluate(body)).toEqual([
    'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
    -70,
    '5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843',
  ])
})

test('base64 in both alphabets, of texts and of bytes', async () => {
  const body = `return [Utilities.base64Encode('客户?>'), Utilities.base64EncodeWebSafe([-5, -1, -2]), Utilities.base64Decode('+//+'),
    Utilities.base64DecodeWebSafe('-__-'), Utilities.newBlob(Utilities.base64Decode('5a6i5oi3')).getDataAsString()]`
  expect(await evaluate(body)).toEqual(['5a6i5oi3Pz4=', '-__-', [-5, -1, -2], [-5, -1, -2], '客户'])
})

test('ids differ, sleep waits, locks are held until released', async () => {
  const body = `var before = Date.now(); Utilities.sleep(60)
    var lock = LockService.getDocumentLock(); var held = [lock.hasLock(), lock.tryLock(10), lock.hasLock()]; lock.releaseLock()
    return [Utilities.getUuid() === Utilities.getUuid(), Date.now() - before >= 59, held, lock.hasLock()]`
  expect(await evaluate(body)).toEqual([false, true, [false, true, true], false])
})

test('what is logged is written as text', async () => {
  const lines: unknown[] = []
  await evaluate("console.log('%s rows', 3, { a: 1 }); Logger.log('x'); console.error('no')", {
    log: (line) => lines.push(line),
  })
  expect(lines).toEqual([
    { level: 'log', text: '3 rows {"a":1}' },
    { level: 'log', text: 'x' },
    { level: 'error', text: 'no' },
  ])
})
