import { strykerPlugins as ofVitest } from '@stryker-mutator/vitest-runner'

const [vitest] = ofVitest

/** What Stryker calls a test that failed. */
const FAILED = 1

/**
 * Stryker's runner for Vitest, but for two things, so that tests may act in `beforeAll`: every mutant meets all tests of
 * the files that it is given, not those alone that came by its line while they ran themselves; and where a hook fails, the
 * mutant was seen.
 */
export const strykerPlugins = [{ ...vitest, name: 'whole-files', factory: wholeFiles }]

wholeFiles.inject = ['$injector']
function wholeFiles(injector) {
  const runner = injector.injectFunction(vitest.factory)
  const { run, dryRun } = runner
  runner.run = async (options) => withFailedHook(await run.call(runner, options), runner.ctx.state.getFiles())
  runner.dryRun = async (options) => ({ ...(await dryRun.call(runner, options)), mutantCoverage: undefined })
  return runner
}

function withFailedHook(result, files) {
  const hook = files.flatMap(suites).find((suite) => suite.result?.state === 'fail')
  if (!hook || !result.tests || result.tests.some((test) => test.status === FAILED)) return result
  const failureMessage = hook.result.errors?.[0]?.message ?? 'A hook failed.'
  const failed = { id: hook.id, name: hook.name || hook.id, timeSpentMs: 0, status: FAILED, failureMessage }
  return { ...result, tests: [...result.tests, failed] }
}

const suites = (task) => (task.type === 'suite' ? [task, ...task.tasks.flatMap(suites)] : [])
