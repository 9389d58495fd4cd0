// Looks into the database of the desk under test, to count what became of the load. The superuser's eyes; it changes nothing.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'

export interface Inside {
  version(): Promise<string>
  lastCaseNumber(): Promise<number>
  storedBy(channelId: string): Promise<number>
  /** What is stored and not yet read, and the jobs that wait or run. */
  backlog(): Promise<number>
  /** Letters that wait to leave soon or are leaving; those of a mailbox that is off wait for somebody to switch it on. */
  unsent(): Promise<number>
  /** Cases opened after this number, each with whether its acknowledgement is queued. */
  openedAfter(number: number): Promise<readonly Opened[]>
  someCases(
    count: number,
  ): Promise<readonly { readonly caseId: string; readonly number: number; readonly name: string }[]>
  close(): Promise<void>
}

export interface Opened {
  readonly number: number
  /** The number its sender gave it. */
  readonly externalId: string
  readonly isAcknowledged: boolean
}

/** Over the socket in the data folder, while the desk runs. */
export async function lookInside(folder: string): Promise<Inside> {
  const [, , , port = '', host = ''] = readFileSync(join(folder, 'pg/postmaster.pid'), 'utf8').split('\n')
  const password = readFileSync(join(folder, 'password'), 'utf8')
  const client = new pg.Client({ host, port: Number(port), user: 'amends', database: 'amends', password })
  await client.connect()
  const one = async <Row extends object>(statement: string, values: readonly unknown[] = []): Promise<Row> => {
    const { rows } = await client.query<Row>(statement, [...values])
    if (!rows[0]) throw new Error('a question without an answer')
    return rows[0]
  }
  const count = async (statement: string, values: readonly unknown[] = []): Promise<number> =>
    Number((await one<{ count: string }>(statement, values)).count)
  return {
    version: async () => (await one<{ server_version: string }>('show server_version')).server_version,
    lastCaseNumber: () => count('select coalesce(max(number), 0) as count from cases'),
    storedBy: (channelId) => count('select count(*) from inbound_raw where channel_id = $1', [channelId]),
    // A job that a stopped desk still holds is nobody's work now, so it is not waited for.
    backlog: () =>
      count(`select (select count(*) from unread_raw) + (select count(*) from graphile_worker._private_jobs
        where attempts < max_attempts and (locked_at is null or locked_at > now() - interval '1 minute')) as count`),
    unsent: () =>
      count(`select count(*) from outbox o join channel c on c.organization_id = o.organization_id and c.channel_id = o.channel_id
        where c.state <> 'off' and (o.state = 'sending' or o.state = 'queued' and o.due_at < now() + interval '2 minutes')`),
    openedAfter: async (number) => {
      const { rows } = await client.query<Opened>(
        `select c.number::int as number, m.external_id as "externalId", exists (select from outbox o join message a on a.message_id = o.message_id
           where a.conversation_id = c.conversation_id and a.kind = 'acknowledgement') as "isAcknowledged"
         from cases c join message m on m.organization_id = c.organization_id and m.message_id = c.opening_message_id
         where c.organization_id = (select organization_id from organization) and c.number > $1 order by c.number`,
        [number],
      )
      return rows
    },
    someCases: async (wanted) => {
      const { rows } = await client.query<{ caseId: string; number: number; name: string }>(
        `select c.case_id as "caseId", c.number::int as number, k.name from cases c join customer k on k.customer_id = c.customer_id
         order by md5(c.number::text) limit $1`,
        [wanted],
      )
      return rows
    },
    close: () => client.end(),
  }
}
