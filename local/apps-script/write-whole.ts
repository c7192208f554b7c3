import { mkdir, open, rename } from 'node:fs/promises'
import { dirname } from 'node:path'

let writes = 0

/** Writes a file so that a reader, also after a crash, sees the old text or the new one and never a part. */
export async function writeWhole(file: string, text: string): Promise<void> {
  await mkdir(dirname(file), { recursive: true })
  writes += 1
  const draft = `${file}.${process.pid}.${writes}.tmp`
  const handle = await open(draft, 'w')
  try {
    await handle.writeFile(text)
    await handle.sync()
  } finally {
    await handle.close()
  }
  await rename(draft, file)
}
