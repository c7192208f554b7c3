import { InputError } from '../core/input-error.ts'

/**
 * Runs a program: what the person who started it can mend is one sentence on the error output, and exit code 2.
 *
 * The SDK's reminder that it will one day ask for a newer Node is left out: its version is pinned.
 */
export async function runProgram(main: () => Promise<void>): Promise<void> {
  process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED ??= 'true'
  try {
    await main()
  } catch (error) {
    if (!(error instanceof InputError)) throw error
    process.stderr.write(`${error.message}\n`)
    process.exit(2)
  }
}
