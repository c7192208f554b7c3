import { expect, test, vi } from 'vitest'
import { evaluate, host } from './host.ts'

test('a function is called with its arguments and its result comes back', async () => {
  const script = await host('function sum(a, b) { return { sum: a.x + b[0] } }')
  expect(await script.run('sum', { x: 2 }, [3])).toEqual({ sum: 5 })
})

test('nothing that a run leaves behind is seen by the next', async () => {
  const script = await host(
    'var count = 0; function next() { Array.seen = (Array.seen || 0) + 1; return [++count, Array.seen] }',
  )
  expect([await script.run('next'), await script.run('next')]).toEqual([
    [1, 1],
    [1, 1],
  ])
  expect((await script.callFunction('next', [])) as unknown).toEqual({ value: [[1], [1]] })
})

test('what is private, missing or not of the script is not a function to call', async () => {
  const script = await host('function secret_() {} var notFunction = 1')
  for (const name of ['secret_', 'missing', 'Array', 'SpreadsheetApp', 'eval', 'notFunction']) {
    await expect(script.run(name)).rejects.toThrow(`Script function not found: ${name}`)
    expect(await script.callFunction(name, [])).toEqual({ error: `Script function not found: ${name}` })
  }
})

test('an error keeps its name and message', async () => {
  const script = await host('function fail() { throw new RangeError("Too many rows.") } function odd() { throw "no" }')
  expect(await script.attempt('fail')).toEqual({ ok: false, name: 'RangeError', message: 'Too many rows.' })
  expect(await script.attempt('odd')).toEqual({ ok: false, name: 'Error', message: 'no' })
})

test('a script that does not compile, or fails while it is loaded, says so on each run', async () => {
  expect(await (await host('function (')).attempt('main')).toMatchObject({ ok: false, name: 'SyntaxError' })
  const failing = await host('throw new Error("at load"); function main() {}')
  expect(await failing.attempt('main')).toEqual({ ok: false, name: 'Error', message: 'at load' })
  expect(await failing.callFunction('main', [])).toEqual({ error: 'at load' })
})

test.each([
  ['new Date()', 'it is a Date.'],
  ['{ rows: [1, new Date()] }', 'it.rows[1] is a Date.'],
  ['{ f: function () {} }', 'it.f is a function.'],
  ['new Map()', 'it is a Map.'],
  ['Promise.resolve(1)', 'it is a Promise.'],
  ['(function () { var a = {}; a.a = a; return a })()', 'it.a contains itself.'],
  ['SpreadsheetApp.getActive()', 'it.addDeveloperMetadata is a function.'],
])('%s cannot be returned to a sidebar', async (value, problem) => {
  await expect(evaluate(`return ${value}`)).rejects.toThrow(problem)
})

test('a Date cannot be given to a function either', async () => {
  const script = await host('function f(x) { return x }')
  await expect(script.run('f', { when: new Date() })).rejects.toThrow('the list of arguments[0].when is a Date.')
})

test('plain data comes back as it is, undefined as null', async () => {
  expect(await evaluate('return { a: [1, "x", true, null, { b: [] }] }')).toEqual({
    a: [1, 'x', true, null, { b: [] }],
  })
  expect(await evaluate('')).toBeNull()
})

test('what is not emulated says its name', async () => {
  await expect(evaluate('SpreadsheetApp.getActiveSheet().getFilter()')).rejects.toThrow(
    'Workbench: Sheet.getFilter is not emulated',
  )
  await expect(evaluate('ScriptApp.getOAuthToken()')).rejects.toThrow(
    'Workbench: ScriptApp.getOAuthToken is not emulated',
  )
  await expect(evaluate('return Charts.ChartType.AREA')).rejects.toThrow(
    'Workbench: Charts.ChartType.AREA is not emulated',
  )
})

test('the script has what Apps Script has, and nothing of Node or a browser', async () => {
  const names = [
    'setTimeout',
    'fetch',
    'URL',
    'TextEncoder',
    'process',
    'require',
    'Buffer',
    'crypto',
    'module',
    'bridge',
  ]
  expect(
    await evaluate(`return ${JSON.stringify(names)}.filter(function (name) { return name in globalThis })`),
  ).toEqual([])
})

test('a run that takes too long is stopped, and the next one works', async () => {
  const script = await host(
    'function loop() { for (;;) {} } function nap() { Utilities.sleep(60000) } function ok() { return 1 }',
    {
      limits: { runMs: 500, functionMs: 500 },
    },
  )
  await expect(script.run('loop')).rejects.toThrow('Exceeded maximum execution time')
  await expect(script.run('nap')).rejects.toThrow('Exceeded maximum execution time')
  expect(await script.run('ok')).toBe(1)
  expect(await script.callFunction('loop', [])).toEqual({ error: 'Exceeded maximum execution time' })
  expect(await script.callFunction('ok', [])).toEqual({ value: 1 })
})

test('a service that never answers is ended by the limit too', async () => {
  const script = await host('function flush() { SpreadsheetApp.flush() }', {
    workbook: () => new Promise(() => {}),
    limits: { runMs: 500 },
  })
  await expect(script.run('flush')).rejects.toThrow('Exceeded maximum execution time')
})

test('time before an open alert does not count', async () => {
  const script = await host(
    'function ask() { var ui = SpreadsheetApp.getUi(); return ui.alert("Go?", ui.ButtonSet.YES_NO) === ui.Button.YES }',
    {
      limits: { runMs: 500 },
      ui: { alert: () => new Promise((resolve) => setTimeout(() => resolve('YES'), 900)) },
    },
  )
  expect(await script.run('ask')).toBe(true)
})

test('runs wait for each other, and custom functions do not wait for runs', async () => {
  const said: string[] = []
  let answer: (button: 'OK') => void = () => {}
  const script = await host(
    `function slow() { SpreadsheetApp.getUi().alert('Wait'); console.log('slow') }
    function quick() { console.log('quick') }
    function F() { return 7 }`,
    {
      log: ({ text }) => said.push(text),
      ui: {
        alert: () =>
          new Promise((resolve) => {
            answer = resolve
          }),
      },
    },
  )
  const runs = [script.run('slow'), script.run('quick')]
  expect(await script.callFunction('F', [])).toEqual({ value: 7 })
  expect(said).toEqual([])
  await vi.waitFor(() => {
    answer('OK')
    expect(said).toEqual(['slow', 'quick'])
  }, 10_000)
  await Promise.all(runs)
})

test('closing a host ends the run that is under way, or about to be, and refuses others', async () => {
  const stopped = { ok: false, name: 'Exception', message: 'The script was stopped.' }
  const started: string[] = []
  const script = await host('function loop() { console.log("loop"); for (;;) {} }', {
    log: ({ text }) => started.push(text),
  })
  const running = [script.attempt('loop'), script.attempt('loop')]
  await vi.waitFor(() => expect(started).toEqual(['loop']), 10_000)
  await script.close()
  expect(await Promise.all([...running, script.attempt('loop')])).toEqual([stopped, stopped, stopped])

  const unstarted = await host('function loop() { for (;;) {} }')
  const early = unstarted.attempt('loop')
  await unstarted.close()
  expect(await early).toEqual(stopped)
})
