// When to look whether a quarter of a promise's time is left. Where it is made without that moment, its due time moves or it is opened again,
// the database has it looked at once.
import { sql } from 'kysely'
import type { Database } from '../../platform/database/transaction.ts'
import type { PromiseId } from '../../shared/ids.ts'

/** When to look again, each at its own time. */
export async function lookAgainAt(
  db: Database,
  marks: readonly { readonly promiseId: PromiseId; readonly at: Date }[],
): Promise<void> {
  if (marks.length === 0) return
  const [ids, times] = [marks.map(({ promiseId }) => promiseId), marks.map(({ at }) => at)]
  await sql`
    update promise p set watch_at = m.at from unnest(${ids}::uuid[], ${times}::timestamptz[]) m(promise_id, at)
    where p.promise_id = m.promise_id`.execute(db)
}

/** Looks no longer at what has been broken for more than a day. Answers how many (at most `most`). */
export async function unwatchBroken(db: Database, now: Date, most: number): Promise<number> {
  const result = await sql`
    update promise set watch_at = null where promise_id in (
      select b.promise_id from promise b
      where b.watch_at <= ${now} and b.owed_until is null and b.broken_at <= ${now}::timestamptz - interval '1 day'
      order by b.watch_at limit ${sql.lit(most)})`.execute(db)
  return Number(result.numAffectedRows ?? 0n)
}
