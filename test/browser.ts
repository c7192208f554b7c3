import { existsSync } from 'node:fs'
import { delimiter, join, resolve } from 'node:path'
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

/** Unpacked by `browser/install.mjs` where no browser is found, with the fonts and libraries that it needs. */
const bundled = resolve('test/browser/node_modules/unpacked')

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
  const executablePath = browserPath()
  const env = executablePath.startsWith(bundled) ? { ...process.env, ...bundledNeeds() } : process.env
  return chromium.launch({ executablePath, headless: true, args: flags, env })
}

/** @throws Error that says how to get a browser, where there is none. */
export function browserPath(): string {
  const { CHROME_PATH } = process.env
  if (CHROME_PATH) {
    if (existsSync(CHROME_PATH)) return CHROME_PATH
    throw new Error(`CHROME_PATH is ${CHROME_PATH}, and there is no such file. Correct it, or unset it.`)
  }
  const found = [...installed(), join(bundled, 'chromium')].find((path) => existsSync(path))
  if (found) return found
  throw new Error('No browser found for the tests. Install Chrome, Chromium or Edge, or set CHROME_PATH to one.')
}

function installed(): string[] {
  const folders = (process.env.PATH ?? '').split(delimiter)
  return [...names.flatMap((name) => folders.map((folder) => join(folder, name))), ...places]
}

function bundledNeeds(): NodeJS.ProcessEnv {
  return { FONTCONFIG_PATH: join(bundled, 'fonts'), LD_LIBRARY_PATH: join(bundled, 'al2023', 'lib') }
}
