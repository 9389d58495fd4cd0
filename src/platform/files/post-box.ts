// Where the letters of the sample company end: a folder beside its data, a file a letter, which any mail program opens. Nothing leads out of it.
import { mkdir, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { PostBox } from '../context/house.ts'

/** The same key is the same letter, however often it is kept. Only whoever runs the desk reads them. */
export function openPostBox(dataFolder: string): PostBox {
  const folder = join(dataFolder, 'sample-post-box')
  return {
    folder,
    keep: async (key, to, bytes) => {
      await mkdir(folder, { recursive: true, mode: 0o700 })
      const name = `${plain(to)} ${plain(key)}.eml`
      // Whoever looks meanwhile sees no half of it.
      const half = join(folder, `.${name}`)
      await writeFile(half, bytes, { mode: 0o600 })
      await rename(half, join(folder, name))
    },
  }
}

/** What a name of a file may hold anywhere. */
const plain = (text: string): string => text.replace(/[^A-Za-z0-9@._-]/g, '').slice(0, 100)
