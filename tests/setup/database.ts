// A database of its own for a test file: a clone of the migrated template, dropped afterwards.
import pg from 'pg'
import { inject } from 'vitest'
import { systemRandom } from '../../src/shared/random.ts'
import { templateName } from './template-database.ts'

export interface TestDatabase {
  /** The superuser's URL of the clone, over loopback TCP. */
  readonly url: string
  drop(): Promise<void>
}

/** Takes some 40 ms. Call `drop` in `afterAll`; connections still open are cut. */
export async function cloneDatabase(): Promise<TestDatabase> {
  const { adminUrl } = inject('postgres')
  const name = `test_${Buffer.from(systemRandom.bytes(8)).toString('hex')}`
  await run(adminUrl, `create database ${name} template ${templateName}`)
  const url = new URL(adminUrl)
  url.pathname = `/${name}`
  return { url: url.href, drop: () => run(adminUrl, `drop database if exists ${name} with (force)`) }
}

async function run(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query(statement)
  } finally {
    await client.end()
  }
}
