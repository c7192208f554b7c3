import { existsSync } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { type Browser, chromium } from 'playwright-core'

const names = ['google-chrome', 'google-chrome-stable', 'chromium', 'chromium-browser', 'microsoft-edge']
const places = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  ...[process.env.PROGRAMFILES, process.env['PROGRAMFILES(X86)'], process.env.LOCALAPPDATA].flatMap((root) =>
    root
      ? [join(root, 'Google/Chrome/Application/chrome.exe'), join(root, 'Microsoft/Edge/Application/msedge.exe')]
      : [],
  ),
]

/** The tests' own small package, installed only where no browser is found. */
const bundled = new URL('browser/', import.meta.url)
const bundledVersion = '147.0.0'

const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** Starts the browser for tests: CHROME_PATH, an installed one, then the bundled Chromium. */
export async function openBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: await browserPath(), headless: true, args: flags })
}

/** @throws Error that says how to get a browser, where there is none. */
export async function browserPath(): Promise<string> {
  const { CHROME_PATH } = process.env
  if (CHROME_PATH) {
    if (existsSync(CHROME_PATH)) return CHROME_PATH
    throw new Error(`CHROME_PATH is ${CHROME_PATH}, and there is no such file. Correct it, or unset it.`)
  }
  const found = installed() ?? (await bundledPath())
  if (found) return found
  throw new Error('No browser found for the tests. Install Chrome, Chromium or Edge, or set CHROME_PATH to one.')
}

function installed(): string | undefined {
  const folders = (process.env.PATH ?? '').split(delimiter)
  const candidates = [...names.flatMap((name) => folders.map((folder) => join(folder, name))), ...places]
  return candidates.find((path) => existsSync(path))
}

/** It unpacks itself into the temporary folder and brings its own libraries where it believes to be on Lambda. */
async function bundledPath(): Promise<string | undefined> {
  if (!existsSync(new URL('node_modules/@sparticuz/chromium', bundled))) return undefined
  process.env.AWS_EXECUTION_ENV ??= 'AWS_Lambda_nodejs20.x'
  process.env.TMPDIR = join(tmpdir(), `tiersheet-chromium-${bundledVersion}`)
  await mkdir(process.env.TMPDIR, { recursive: true })
  const { default: chromiumForLambda } = await import(new URL('chromium.mjs', bundled).href)
  return chromiumForLambda.executablePath()
}
