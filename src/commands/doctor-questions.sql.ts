// What the doctor asks the database, as its owner: schema, protection, and work that is stuck.
import type { Client } from 'pg'

export interface Finding {
  readonly what: string
  /** Null when all is well. */
  readonly wrong: string | null
}

export const reads = ['channel', 'unread_raw', 'outbox', 'disposition', 'absence', 'staff', 'cases'] as const

/** Is the schema this build's, and is every table protected by row-level security? */
export async function schemaFindings(client: Client, known: readonly number[]): Promise<readonly Finding[]> {
  const { rows } = await client.query<{ number: number }>('select number from schema_migration order by number')
  const applied = rows.map((row) => row.number)
  const newest = known.at(-1) ?? 0
  const ahead = applied.filter((number) => number > newest)
  const missing = known.filter((number) => !applied.includes(number))
  const words =
    ahead.length > 0
      ? 'it was written by a newer Amends; start that one'
      : missing.length > 0
        ? 'it is older than this Amends; the next start brings it up to date'
        : null
  const { rows: open } = await client.query<{ name: string }>(`
    select c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname = 'public' and c.relkind = 'r' and not c.relrowsecurity and c.relname <> 'schema_migration'`)
  const { rows: settings } = await client.query<{ name: string; setting: string }>(
    `select name, setting from pg_settings where name in ('fsync', 'full_page_writes', 'synchronous_commit', 'data_checksums')`,
  )
  const unsafe = settings.filter(({ setting }) => setting !== 'on').map(({ name }) => name)
  return [
    { what: `schema ${String(applied.at(-1) ?? 0)}`, wrong: words },
    {
      what: 'row-level security',
      wrong: open.length === 0 ? null : `it is off for ${open.map((row) => row.name).join(', ')}`,
    },
    {
      what: 'durable storage',
      wrong:
        unsafe.length === 0 ? null : `${unsafe.join(', ')} is off: accepted complaints could be lost in a power cut`,
    },
  ]
}

/** What waits, fails or is stuck, over all organizations. */
export async function deskFindings(client: Client, now: Date): Promise<readonly Finding[]> {
  const { rows: channels } = await client.query<{ name: string; state_detail: string | null }>(
    `select name, state_detail from channel where state = 'failing' order by name limit 50`,
  )
  const { rows: counts } = await client.query<{ unread: string; stuck: string; quarantined: string; failed: string }>(`
    select (select count(*) from unread_raw where attempts > 0) as unread,
           (select count(*) from outbox where state in ('queued', 'sending') and attempts >= 3) as stuck,
           (select count(*) from disposition where kind = 'quarantine' and released_at is null) as quarantined,
           (select count(*) from graphile_worker._private_jobs where attempts >= max_attempts) as failed`)
  const [count] = counts
  const say = (what: string, number: string | undefined, words: string): Finding => ({
    what,
    wrong: Number(number ?? 0) === 0 ? null : `${String(number)} ${words}`,
  })
  return [
    {
      what: 'channels',
      wrong:
        channels.length === 0
          ? null
          : channels.map(({ name, state_detail }) => `${name}: ${state_detail ?? 'failing'}`).join('; '),
    },
    say(
      'incoming',
      count?.unread,
      'records could not be read at the first try; they are tried again and end in quarantine at the worst',
    ),
    say('outgoing', count?.stuck, 'letters wait after three tries; look at the mailbox settings'),
    say(
      'cover',
      await countUncovered(client, now),
      'cases are with colleagues who left or are away, and nobody is left to cover them; invite somebody, or hand them over',
    ),
    say('failed jobs', count?.failed, 'used up their tries; see Settings, Failed jobs'),
    { what: `quarantine: ${String(count?.quarantined ?? 0)} to look at`, wrong: null },
  ]
}

/** Cases of all organizations that whoever left or is away still has, when a cover would have been found. A schema from before absences has none. */
async function countUncovered(client: Client, now: Date): Promise<string> {
  const { rows: tables } = await client.query<{ known: boolean }>(`select to_regclass('absence') is not null as known`)
  if (tables[0]?.known !== true) return '0'
  const { rows } = await client.query<{ uncovered: string }>(
    `select count(*) as uncovered from cases c
     join staff s on s.organization_id = c.organization_id and s.staff_id = coalesce(c.owner_staff_id, c.duty_staff_id)
     left join absence a on a.organization_id = s.organization_id and a.staff_id = s.staff_id and a.away_from <= $1 and a.away_until > $1
     where c.state not in ('resolved', 'rejected', 'closed', 'merged') and coalesce(s.disabled_at, a.away_from) <= $1::timestamptz - interval '3 minutes'`,
    [now],
  )
  return rows[0]?.uncovered ?? '0'
}
