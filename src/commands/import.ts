// `amends import FILE`: an export into a new data folder or an empty database. All of it or nothing.
import { resolve } from 'node:path'
import type { Config } from '../config.ts'
import { startPostgres } from '../platform/database/launcher/start-postgres.ts'
import { migrate } from '../platform/database/migrate.ts'
import { importEverything } from '../platform/database/transfer/import-everything.ts'

export async function importCommand(config: Config, file: string): Promise<void> {
  const server =
    config.databaseUrl === null
      ? await startPostgres({ folder: config.dataFolder, listen: 'socket', log: () => undefined })
      : null
  try {
    const url = server?.url ?? config.databaseUrl ?? ''
    await migrate(url, () => undefined)
    const counts = await importEverything(url, resolve(file))
    const rows = Object.values(counts).reduce((sum, count) => sum + count, 0)
    process.stdout.write(
      `Imported ${String(rows)} rows. Put the file "sealing-key" of the exported desk into this data folder before you start.\n`,
    )
  } finally {
    await server?.stop()
  }
}
