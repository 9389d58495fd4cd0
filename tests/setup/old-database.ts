// A database as an older build left it, to be migrated by this one.
import pg from 'pg'
import { inject } from 'vitest'
import { migrate, readMigrations } from '../../src/platform/database/migrate.ts'
import { systemRandom } from '../../src/shared/random.ts'

export interface OldDatabase {
  /** A superuser's connection. */
  readonly client: pg.Client
  /** Migrates it to this build's schema; answers what was said. */
  upgrade(): Promise<readonly string[]>
  drop(): Promise<void>
}

/** @param newest the number of the newest migration of that build */
export async function databaseOfBuild(newest: number): Promise<OldDatabase> {
  const { adminUrl } = inject('postgres')
  const name = `old_${Buffer.from(systemRandom.bytes(8)).toString('hex')}`
  const admin = await connected(adminUrl)
  await admin.query(`create database ${name} template template0`)
  const url = new URL(adminUrl)
  url.pathname = `/${name}`
  const known = (await readMigrations()).filter(({ number }) => number <= newest)
  await migrate(url.href, () => undefined, known)
  const client = await connected(url.href)
  return {
    client,
    upgrade: async () => {
      const said: string[] = []
      await migrate(url.href, (sentence) => said.push(sentence))
      return said
    },
    drop: async () => {
      await client.end()
      await admin.query(`drop database ${name} with (force)`)
      await admin.end()
    },
  }
}

async function connected(connectionString: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString })
  await client.connect()
  return client
}
