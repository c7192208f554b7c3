import { spawn } from 'node:child_process'

/**
 * Runs npm; what it says goes to stderr, so that stdout stays the program's.
 *
 * @param {string[]} args
 * @param {string} [cwd]
 * @returns {Promise<number | string>} Its exit code, or why it could not be started.
 */
export function npm(args, cwd = process.cwd()) {
  const options = { cwd, stdio: ['ignore', 2, 2] }
  // npm's own path where npm runs this program, else the one on the PATH (a .cmd file on Windows needs a shell).
  const path = process.env.npm_execpath
  const child = path?.endsWith('.js')
    ? spawn(process.execPath, [path, ...args], options)
    : spawn('npm', args, { ...options, shell: process.platform === 'win32' })
  return new Promise((resolve) => {
    child.on('error', (error) => resolve(error.message))
    child.on('close', (code, signal) => resolve(code ?? signal))
  })
}
