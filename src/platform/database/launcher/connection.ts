// How to reach the server: its address, its password file, and whether it answers.
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import pg from 'pg'
import { Refusal } from '../../../shared/errors.ts'
import { systemRandom } from '../../../shared/random.ts'

export interface Connection {
  /** A folder with a unix socket (it begins with `/`) or 127.0.0.1. */
  readonly host: string
  readonly port: number
  readonly user: string
  readonly password: string
  readonly database: string
}

export const superuser = 'amends'
export const databaseName = 'amends'

/** The same address as one line, for libraries that want a URL. */
export function urlOf(connection: Connection): string {
  const { host, port, user, password, database } = connection
  if (!host.startsWith('/')) return `postgresql://${user}:${password}@${host}:${String(port)}/${database}`
  return `postgresql://${user}:${password}@/${database}?host=${encodeURIComponent(host)}&port=${String(port)}`
}

/** The password of the cluster, 192 random bits; made on first use, in a file for this user only. */
export function readPassword(file: string, hasCluster: boolean): string {
  if (existsSync(file)) return readFileSync(file, 'utf8')
  if (hasCluster) {
    throw new Refusal(
      'wrong-state',
      `The password file ${file} is missing. Put it back from your backup; the data itself is untouched.`,
    )
  }
  writeFileSync(`${file}.new`, Buffer.from(systemRandom.bytes(24)).toString('base64url'), { mode: 0o600 })
  renameSync(`${file}.new`, file) // whole or not at all: an empty password would lock us out of the cluster made with it
  return readFileSync(file, 'utf8')
}

/** Runs one statement on a connection of its own and returns its rows. */
export async function askServer(
  connection: Connection,
  statement: string,
): Promise<readonly Record<string, unknown>[]> {
  const client = new pg.Client({ ...connection, connectionTimeoutMillis: 5000 })
  client.on('error', () => undefined) // a server that dies while we ask shows in the query's own failure
  try {
    await client.connect()
    return (await client.query<Record<string, unknown>>(statement)).rows
  } finally {
    await client.end().catch(() => undefined)
  }
}

/** Whether the server takes our password and answers a question. */
export async function answers(connection: Connection): Promise<boolean> {
  return askServer({ ...connection, database: 'postgres' }, 'select 1').then(
    () => true,
    () => false,
  )
}

/** Makes the desk's database unless it is there. */
export async function makeDatabase(connection: Connection): Promise<void> {
  const maintenance = { ...connection, database: 'postgres' }
  const found = await askServer(maintenance, `select 1 from pg_database where datname = '${databaseName}'`)
  if (found.length === 0) await askServer(maintenance, `create database ${databaseName}`)
}
