// Writes src/platform/database/types.ts from a migrated database: `npm run types`. Starts a database of its own in a temporary folder.
import { spawnSync } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { migrate } from '../src/platform/database/migrate.ts'
import { startPostgres } from '../src/platform/database/launcher/start-postgres.ts'

const folder = await mkdtemp(join(tmpdir(), 'amends-types-'))
const server = await startPostgres({ folder, listen: 'tcp', log: () => undefined })
try {
  await migrate(server.url, () => undefined)
  const out = 'src/platform/database/types.ts'
  const made = spawnSync(
    'node_modules/.bin/kysely-codegen',
    [
      '--dialect',
      'postgres',
      '--url',
      server.url,
      '--default-schema',
      'public',
      '--include-pattern',
      'public.*',
      '--out-file',
      out,
      '--type-mapping',
      JSON.stringify({ int8: 'number', date: 'string' }),
    ],
    { stdio: 'inherit' },
  )
  if (made.status !== 0) process.exitCode = 1
  else spawnSync('node_modules/.bin/prettier', ['--write', '--log-level', 'warn', out], { stdio: 'inherit' })
} finally {
  await server.stop()
  await rm(folder, { recursive: true, force: true })
}
