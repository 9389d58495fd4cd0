// Lines into a file that is there whole or not at all: written beside it, safe on the disk, then given its name.
import { type FileHandle, open, rename, rm } from 'node:fs/promises'
import { Refusal } from '../../../shared/errors.ts'
import { codeOf } from '../database-errors.ts'

export type WriteLine = (line: string) => Promise<void>

const enough = 1_000_000 // characters written at once

/** Whatever `work` throws, nothing of the file is left behind.
 * @throws Refusal('storage-full') when there is no room for it */
export async function writeLines<Result>(file: string, work: (write: WriteLine) => Promise<Result>): Promise<Result> {
  const part = `${file}.part`
  const handle = await open(part, 'w', 0o600)
  try {
    const result = await fill(handle, work)
    await handle.close()
    await rename(part, file)
    return result
  } catch (error) {
    await handle.close().catch(() => undefined)
    await rm(part, { force: true })
    if (codeOf(error) !== 'ENOSPC' && codeOf(error) !== 'EDQUOT') throw error
    throw new Refusal('storage-full', `There is no room on the disk for ${file}; nothing of it was left behind.`)
  }
}

async function fill<Result>(handle: FileHandle, work: (write: WriteLine) => Promise<Result>): Promise<Result> {
  let waiting: string[] = []
  let size = 0
  const flush = async (): Promise<void> => {
    const text = waiting.join('')
    waiting = []
    size = 0
    await handle.writeFile(text)
  }
  const result = await work(async (line) => {
    waiting.push(line, '\n')
    size += line.length
    if (size >= enough) await flush()
  })
  await flush()
  await handle.sync()
  return result
}
