/**
 * Unpacks the Chromium of this folder's package, its fonts and its libraries into `node_modules/unpacked`: once and
 * whole, before any test starts, because the tests' processes that each unpacked it got in each other's way.
 */
import { mkdir, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const INTO = fileURLToPath(new URL('node_modules/unpacked', import.meta.url))
const UNFINISHED = `${INTO}.unfinished`

await rm(UNFINISHED, { recursive: true, force: true })
await mkdir(UNFINISHED, { recursive: true })
// It unpacks itself into the temporary folder, and its libraries only where it believes to be on Lambda.
process.env.TMPDIR = UNFINISHED
process.env.AWS_EXECUTION_ENV = 'AWS_Lambda_nodejs20.x'
const { default: chromium } = await import('@sparticuz/chromium')
await chromium.executablePath()
// Its own names folders of Lambda. Chinese is drawn where the system has a font for it.
await writeFile(
  join(UNFINISHED, 'fonts', 'fonts.conf'),
  `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir prefix="relative">.</dir>
  <dir>/usr/share/fonts</dir>
  <alias>
    <family>sans-serif</family>
    <prefer><family>Open Sans</family></prefer>
  </alias>
  <cachedir prefix="xdg">fontconfig</cachedir>
</fontconfig>
`,
)
await rm(INTO, { recursive: true, force: true })
await rename(UNFINISHED, INTO)
