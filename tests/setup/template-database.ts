// One PostgreSQL for a whole test run, with a migrated template database that every test file clones. Nothing outlives the run.
import { existsSync } from 'node:fs'
import pg from 'pg'
import type { TestProject } from 'vitest/node'
import { startPostgres, type PostgresServer } from '../../src/platform/database/launcher/start-postgres.ts'
import { makeTestFolder, markTestRun, sweepTestFolders } from './test-folder.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    /** The superuser's URL of the run's server, to make and drop databases; see `database.ts`. */
    postgres: { readonly adminUrl: string }
  }
}

export const templateName = 'amends_template'

/** Vitest calls this once before the tests, and what it returns once after them. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  sweepTestFolders('gone')
  markTestRun()
  const folder = makeTestFolder()
  const words: string[] = []
  let server: PostgresServer | undefined
  const clean = async () => {
    await server?.stop()
    sweepTestFolders('ours')
  }
  try {
    server = await startPostgres({ folder, listen: 'tcp', log: (sentence) => words.push(sentence) })
    await makeTemplate(server)
    project.provide('postgres', { adminUrl: server.url })
    return clean
  } catch (error) {
    await clean()
    throw new Error(['The test server did not start.', ...words].join(' '), { cause: error })
  }
}

async function makeTemplate(server: PostgresServer): Promise<void> {
  const url = new URL(server.url)
  url.pathname = `/${templateName}`
  const admin = new pg.Client({ connectionString: server.url })
  await admin.connect()
  try {
    await admin.query(`create database ${templateName}`)
    await migrateTemplate(url.href)
    await admin.query(`alter database ${templateName} with is_template true allow_connections false`)
  } finally {
    await admin.end()
  }
}

async function migrateTemplate(url: string): Promise<void> {
  const module = new URL('../../src/platform/database/migrate.ts', import.meta.url)
  if (!existsSync(module)) return
  const { migrate } = (await import(module.href)) as {
    migrate: (url: string, log: (sentence: string) => void) => Promise<void>
  }
  await migrate(url, () => undefined)
}
