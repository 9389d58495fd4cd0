// One connection for a start or a short command. What keeps it from being made is said in words, with the address but never the password.
import pg from 'pg'
import { OutsideFailure, Refusal } from '../../shared/errors.ts'
import { codeOf } from './database-errors.ts'

/** Connects within ten seconds. The caller ends the client.
 * @throws Refusal('invalid') for an address, user or password that is not right, OutsideFailure when the server is not there */
export async function connectTo(url: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 })
  client.on('error', () => undefined) // a server that goes meanwhile shows in the failure of what is asked
  try {
    await client.connect()
    return client
  } catch (error) {
    await client.end().catch(() => undefined)
    throw explained(error, client)
  }
}

function explained(error: unknown, { host, port, user, database }: pg.Client): Error {
  const place = host.startsWith('/') ? host : `${host}:${String(port)}`
  const words: Readonly<Record<string, string>> = {
    '28P01': `the database at ${place} does not take the user or the password of "${user ?? ''}"`,
    '28000': `the database at ${place} does not let the user "${user ?? ''}" in`,
    '3D000': `there is no database "${database ?? ''}" at ${place}; make it, or name another`,
    ENOTFOUND: `the database's host ${host} is not known`,
    EAI_AGAIN: `the database's host ${host} is not known, or names cannot be looked up at the moment`,
    ECONNREFUSED: `nobody listens at ${place}; is the database running?`,
    ENOENT: `there is no socket in ${place}; is the database running?`,
  }
  const code = codeOf(error)
  const known = words[code]
  const reason = known ?? `the database at ${place} does not answer (${error instanceof Error ? error.message : code})`
  const sentence = `The desk needs its database, but ${reason}. Look at DATABASE_URL. Nothing was changed.`
  const isWrong = code.startsWith('28') || code === '3D000'
  return isWrong ? new Refusal('invalid', sentence) : new OutsideFailure('postgres', sentence, true, error)
}
