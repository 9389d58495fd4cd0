// What was said in a case, with its customer and outside: pages of its messages with their files and what became of letters; one message whole; what waits to be confirmed.
import { sql, type RawBuilder } from 'kysely'
import type { Database } from '../../../platform/database/transaction.ts'
import type { CaseId, FileId, MessageId, StaffId } from '../../../shared/ids.ts'
import { type Asker, isMessageAbout, isNotAbout } from '../about-asker.sql.ts'
import type { MessageView } from './case-messages.schema.ts'

export const reads = ['message', 'identity', 'staff', 'organization', 'attachment', 'file', 'outbox'] as const

export interface SaidRow extends Omit<MessageView, 'at' | 'delivery' | 'author'> {
  readonly at: Date
  readonly authorName: string
  readonly address: string | null
  readonly isMe: boolean
  readonly deliveryState: NonNullable<MessageView['delivery']>['state'] | null
  readonly deliveryAt: Date | null
  readonly deliveryError: string | null
  /** When an answer of an owner leaves that has not left; null for all else. */
  readonly leavesAt: Date | null
}

/** Whether a row (its identifier in `id`, its time in `at` of the same table) comes before a message or note of the conversation; of all where null. */
export function beforePlace(id: 'm.message_id' | 'n.note_id', before: string | null): RawBuilder<boolean> {
  if (before === null) return sql`true`
  const at = id === 'm.message_id' ? 'm.at' : 'n.at'
  return sql`(${sql.ref(at)}, ${sql.ref(id)}) < (
    select b.at, b.id from (select at, message_id as id from message where message_id = ${before}
      union all select at, note_id from case_note where note_id = ${before}) b)`
}

/** The conversations of a case as `me` may read them: with its customer, and with whom it asked; those not for somebody the case is about. */
const conversationsOf = (caseId: CaseId, me: StaffId) => sql`(
  select distinct c.conversation_id, false as is_outside from cases c where c.case_id in (select cases_in(${caseId}))
  union all
  select e.conversation_id, true from cases c join enquiry e on e.case_id = c.case_id
  where c.case_id in (select cases_in(${caseId})) and ${isNotAbout(me, 'c')})`

/** A page of a case's messages, newest first, from before a message or note on. */
export async function messagesOfCase(
  db: Database,
  caseId: CaseId,
  me: StaffId,
  before: string | null,
  most: number,
): Promise<readonly SaidRow[]> {
  const { rows } = await sql<SaidRow>`
    select m.message_id as "messageId", m.direction, m.kind, m.at, m.subject, m.standing, m.authentication,
      coalesce(g.meaning, m.meaning) as meaning,
      coalesce(s.name, m.told_by, nullif(i.display, ''), i.raw_value, (select o.name from organization o)) as "authorName",
      i.raw_value as address, c.is_outside as "isOutside", coalesce(x.to_address, '') as "to", m.cc, coalesce(m.staff_id = ${me}, false) as "isMe",
      left(coalesce(nullif(m.visible_text, ''), m.text), 20000) as text,
      (length(btrim(m.text, E' \\t\\n\\r')) > length(coalesce(nullif(m.visible_text, ''), m.text)) or length(m.visible_text) > 20000) as "hasMore",
      m.html is not null as "hasHtml",
      coalesce((select jsonb_agg(jsonb_build_object('fileId', f.file_id, 'name', f.name, 'mediaType', f.media_type, 'size', f.size) order by a.position)
        from attachment a join file f on f.file_id = a.file_id where a.message_id = m.message_id), '[]') as attachments,
      coalesce((select jsonb_agg(jsonb_build_object('kind', u.kind, 'isDanger', u.danger, 'words', u.words) order by u.place) from (
        select distinct on (q.cue->>'kind') q.cue->>'kind' as kind, q.cue->>'words' as words, (q.cue->>'isDanger')::boolean as danger, q.place
        from jsonb_array_elements(m.cues) with ordinality q(cue, place) order by q.cue->>'kind', q.place) u), '[]') as cues, m.kind_told as "kindTold",
      x.state as "deliveryState", coalesce(x.settled_at, x.queued_at) as "deliveryAt", x.last_error as "deliveryError",
      case when x.state = 'queued' and m.kind = 'answer' and exists (
        select from case_message a where a.message_id = m.message_id and a.meaning = 'answer') then x.due_at end as "leavesAt"
    from ${conversationsOf(caseId, me)} c
    join lateral (
      select * from message m where m.conversation_id = c.conversation_id and not ${isMessageAbout(me, 'm')} and ${beforePlace('m.message_id', before)}
      order by m.at desc, m.message_id desc limit ${sql.lit(most)}) m on true
    left join case_message g on g.message_id = m.message_id and m.direction = 'in'
    left join identity i on i.identity_id = m.identity_id and m.direction = 'in'
    left join staff s on s.staff_id = m.staff_id
    left join outbox x on x.message_id = m.message_id
    order by m.at desc, m.message_id desc limit ${sql.lit(most)}`.execute(db)
  return rows
}

/** What a case's customer wrote, the newest `most` texts (the first 4,000 characters of each), the oldest of them first; none of what `me` may not read. */
export async function saidByCustomer(
  db: Database,
  caseId: CaseId,
  me: StaffId,
  most: number,
): Promise<readonly string[]> {
  const { rows } = await sql<{ text: string }>`
    select left(coalesce(nullif(m.visible_text, ''), m.text), 4000) as text
    from (select distinct c.conversation_id from cases c where c.case_id in (select cases_in(${caseId}))) c
    join lateral (
      select * from message m where m.conversation_id = c.conversation_id and m.direction = 'in' and m.kind = 'human'
        and m.standing = 'joined' and not ${isMessageAbout(me, 'm')}
      order by m.at desc, m.message_id desc limit ${sql.lit(most)}) m on true
    order by m.at desc, m.message_id desc limit ${sql.lit(most)}`.execute(db)
  return rows.map(({ text }) => text).toReversed()
}

/** The whole text of a message, and its HTML as it came: never shown without cleaning. */
export async function wholeMessageOf(
  db: Database,
  messageId: MessageId,
): Promise<{ readonly text: string; readonly html: string | null } | null> {
  const row = await db
    .selectFrom('message')
    .select(['text', 'html'])
    .where('message_id', '=', messageId)
    .executeTakeFirst()
  return row ?? null
}

/** Files of a message that its HTML can name, in order. */
export async function namedFilesOf(
  db: Database,
  messageId: MessageId,
): Promise<readonly { readonly contentId: string; readonly fileId: FileId; readonly mediaType: string }[]> {
  const { rows } = await sql<{ contentId: string; fileId: FileId; mediaType: string }>`
    select a.inline_id as "contentId", a.file_id as "fileId", f.media_type as "mediaType"
    from attachment a join file f on f.file_id = a.file_id
    where a.message_id = ${messageId} and a.inline_id is not null order by a.position limit 100`.execute(db)
  return rows
}

export interface ToConfirmRow {
  readonly messageId: MessageId
  readonly at: Date
  readonly sender: string
  readonly subject: string
  readonly text: string
  readonly caseId: CaseId
  readonly number: string
  readonly matter: string
}

/** Messages that wait for a person to say whether they belong, oldest first (at most `most`). */
export async function messagesToConfirm(db: Database, asker: Asker, most: number): Promise<readonly ToConfirmRow[]> {
  const { rows } = await sql<ToConfirmRow>`
    select m.message_id as "messageId", m.at, coalesce(i.raw_value, '') as sender, m.subject, left(m.visible_text, 2000) as text,
      c.case_id as "caseId", (select o.case_prefix from organization o) || '-' || c.number as number, c.matter
    from (select * from message m where standing = 'to-confirm' and not ${isMessageAbout(asker, 'm')} order by at limit ${sql.lit(most)}) m
    left join identity i on i.identity_id = m.identity_id
    join lateral (
      (select case_standing_for(c.case_id) as case_id from cases c where c.conversation_id = m.conversation_id order by c.number desc limit 1)
      union all
      (select case_standing_for(c.case_id) from enquiry e join cases c on c.case_id = e.case_id
       where e.conversation_id = m.conversation_id and ${isNotAbout(asker, 'c')})) s on true
    join cases c on c.case_id = s.case_id
    order by m.at`.execute(db)
  return rows
}

/** Which of these files stand in what is said with the customer of a case. */
export async function filesOfCase(
  db: Database,
  caseId: CaseId,
  fileIds: readonly FileId[],
): Promise<readonly FileId[]> {
  const { rows } = await sql<{ file_id: FileId }>`
    select distinct a.file_id from attachment a join message m on m.message_id = a.message_id
    where a.file_id = any (${[...fileIds]}::uuid[]) and m.standing = 'joined'
      and m.conversation_id in (select c.conversation_id from cases c where c.case_id in (select cases_in(${caseId})))`.execute(
    db,
  )
  return rows.map((row) => row.file_id)
}

/** Which of these files belong to nobody's message yet, so that they can be sent. */
export async function filesNotSent(db: Database, fileIds: readonly FileId[]): Promise<readonly FileId[]> {
  if (fileIds.length === 0) return []
  const { rows } = await sql<{ file_id: FileId }>`
    select f.file_id from file f where f.file_id = any (${[...fileIds]}::uuid[])
      and not exists (select from attachment a where a.file_id = f.file_id)`.execute(db)
  return rows.map((row) => row.file_id)
}
