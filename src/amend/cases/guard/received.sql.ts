// What the customer of a case has told us, and what they have received from us, whoever wrote it, on whichever channel and in whichever of their cases.
import { sql } from 'kysely'
import type { Database } from '../../../platform/database/transaction.ts'
import type { CaseId, MessageId } from '../../../shared/ids.ts'
import { type Asker, isMessageAbout } from '../about-asker.sql.ts'
import { longestLetter } from './letter-sentences.rules.ts'

export const reads = ['attachment', 'channel', 'conversation', 'message', 'outbox', 'staff'] as const

export interface ReceivedLetter {
  readonly messageId: MessageId
  readonly at: Date
  /** Null where the desk wrote by itself. */
  readonly authorName: string | null
  readonly isMe: boolean
  readonly channel: string
  readonly text: string
}

/** The newest `most` letters, the newest first; none that came back or was taken back, and none that whoever asks may not read. Notes are no letters. */
export async function lettersReceived(
  db: Database,
  caseId: CaseId,
  asker: Asker,
  most: number,
): Promise<readonly ReceivedLetter[]> {
  const { rows } = await sql<ReceivedLetter>`
    select m.message_id as "messageId", m.at, s.name as "authorName", coalesce(m.staff_id = ${asker}::uuid, false) as "isMe",
      h.kind as channel, left(coalesce(nullif(m.visible_text, ''), m.text), ${sql.lit(longestLetter)}) as text
    from (
      select v.conversation_id from conversation v
      where v.customer_id in (select one_person(k.customer_id) from cases k where k.case_id = ${caseId}) and not v.is_outside
      order by v.last_message_at desc limit ${sql.lit(most)}) v
    join lateral (
      select * from message m where m.conversation_id = v.conversation_id and m.direction = 'out'
        and m.kind in ('answer', 'acknowledgement', 'notice', 'survey') and not ${isMessageAbout(asker, 'm')}
        and not exists (select from outbox x where x.message_id = m.message_id and x.state in ('refused', 'bounced', 'cancelled'))
      order by m.at desc, m.message_id desc limit ${sql.lit(most)}) m on true
    join channel h on h.channel_id = m.channel_id
    left join staff s on s.staff_id = m.staff_id
    order by m.at desc, m.message_id desc limit ${sql.lit(most)}`.execute(db)
  return rows
}

export interface HeardWords {
  readonly messageId: MessageId
  readonly at: Date
  readonly language: string | null
  readonly hasFiles: boolean
  readonly text: string
}

/** What they wrote themselves, the newest `most` messages, the newest first; none that whoever asks may not read. */
export async function wordsHeard(
  db: Database,
  caseId: CaseId,
  asker: Asker,
  most: number,
): Promise<readonly HeardWords[]> {
  const { rows } = await sql<HeardWords>`
    select m.message_id as "messageId", m.at, m.language, left(m.visible_text, ${sql.lit(longestLetter)}) as text,
      exists (select from attachment a where a.message_id = m.message_id) as "hasFiles"
    from (
      select v.conversation_id from conversation v
      where v.customer_id in (select one_person(k.customer_id) from cases k where k.case_id = ${caseId}) and not v.is_outside
      order by v.last_message_at desc limit ${sql.lit(most)}) v
    join lateral (
      select * from message m where m.conversation_id = v.conversation_id and m.direction = 'in' and m.kind = 'human' and m.standing = 'joined'
        and not ${isMessageAbout(asker, 'm')}
      order by m.at desc, m.message_id desc limit ${sql.lit(most)}) m on true
    order by m.at desc, m.message_id desc limit ${sql.lit(most)}`.execute(db)
  return rows
}
