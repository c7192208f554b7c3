import { InputError } from '../core/input-error.ts'

/** Runs a program: what the person who started it can mend is one sentence on the error output, and exit code 2. */
export async function runProgram(main: () => Promise<void>): Promise<void> {
  try {
    await main()
  } catch (error) {
    if (!(error instanceof InputError)) throw error
    process.stderr.write(`${error.message}\n`)
    process.exit(2)
  }
}
