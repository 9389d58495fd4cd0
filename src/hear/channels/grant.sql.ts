// What a channel's token login rests on: its sealed refresh token, who asks for an access token now, and a sign-in that is on its way.
import type { Database } from '../../platform/database/transaction.ts'
import type { ChannelId } from '../../shared/ids.ts'

/** The sealed refresh token; null before anybody signed in. */
export async function findGrant(db: Database, channelId: ChannelId): Promise<Buffer | null> {
  const row = await db
    .selectFrom('channel')
    .select('token_grant')
    .where('channel_id', '=', channelId)
    .executeTakeFirst()
  return row?.token_grant ?? null
}

/** Which channels somebody has signed in for. */
export async function channelsWithGrant(db: Database): Promise<ReadonlySet<string>> {
  const rows = await db.selectFrom('channel').select('channel_id').where('token_grant', 'is not', null).execute()
  return new Set(rows.map((row) => row.channel_id))
}

/** Becomes the one who asks for an access token until `until`, and answers the sealed refresh token there is. False while somebody else is. */
export async function beginAsking(
  db: Database,
  channelId: ChannelId,
  at: Date,
  until: Date,
): Promise<{ readonly sealed: Buffer | null } | false> {
  const row = await db
    .updateTable('channel')
    .set({ token_asked_until: until })
    .where('channel_id', '=', channelId)
    .where((eb) =>
      eb.or([
        eb('token_asked_until', 'is', null),
        eb('token_asked_until', '<=', at),
        // Written by a clock that had jumped: nobody asks for that long.
        eb('token_asked_until', '>', new Date(at.getTime() + 120_000)),
      ]),
    )
    .returning('token_grant')
    .executeTakeFirst()
  return row ? { sealed: row.token_grant } : false
}

export async function endAsking(db: Database, channelId: ChannelId, until: Date): Promise<void> {
  await db
    .updateTable('channel')
    .set({ token_asked_until: null })
    .where('channel_id', '=', channelId)
    .where('token_asked_until', '=', until)
    .execute()
}

/** The server gave another refresh token for this one. False where somebody signed in anew meanwhile: theirs counts. */
export async function replaceGrant(db: Database, channelId: ChannelId, from: Buffer, to: Buffer): Promise<boolean> {
  const result = await db
    .updateTable('channel')
    .set({ token_grant: to })
    .where('channel_id', '=', channelId)
    .where('token_grant', '=', from)
    .executeTakeFirst()
  return result.numUpdatedRows > 0n
}

/** A new sign-in, or none any more. */
export async function setGrant(db: Database, channelId: ChannelId, sealed: Buffer | null): Promise<void> {
  await db.updateTable('channel').set({ token_grant: sealed }).where('channel_id', '=', channelId).execute()
}

/** A sign-in begins; one that was on its way for this channel counts no more. */
export async function beginSignIn(db: Database, channelId: ChannelId, sealed: Buffer): Promise<void> {
  await db.updateTable('channel').set({ sign_in: sealed }).where('channel_id', '=', channelId).execute()
}

export async function findSignIn(db: Database, channelId: ChannelId): Promise<Buffer | null> {
  const row = await db.selectFrom('channel').select('sign_in').where('channel_id', '=', channelId).executeTakeFirst()
  return row?.sign_in ?? null
}

/** Uses a sign-in up. False where somebody else was faster. */
export async function endSignIn(db: Database, channelId: ChannelId, sealed: Buffer): Promise<boolean> {
  const result = await db
    .updateTable('channel')
    .set({ sign_in: null })
    .where('channel_id', '=', channelId)
    .where('sign_in', '=', sealed)
    .executeTakeFirst()
  return result.numUpdatedRows > 0n
}
