// `amends export FILE`: everything, lossless, as JSONL; also while the desk runs.
import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import type { Config } from '../config.ts'
import { reachDatabase } from '../platform/database/reach-database.ts'
import { exportEverything } from '../platform/database/transfer/export-everything.ts'
import { Refusal } from '../shared/errors.ts'

export async function exportCommand(config: Config, file: string): Promise<void> {
  const path = resolve(file)
  if (existsSync(path)) throw new Refusal('conflict', `${path} exists already; nothing was written.`)
  const database = await reachDatabase(config.databaseUrl, config.dataFolder, () => undefined)
  try {
    const counts = await exportEverything(database.url, path)
    const rows = Object.values(counts).reduce((sum, count) => sum + count, 0)
    process.stdout.write(
      `Exported ${String(rows)} rows to ${path}. Mailbox passwords in it open only with the file "sealing-key" of this data folder: keep both.\n`,
    )
  } finally {
    await database.release()
  }
}
