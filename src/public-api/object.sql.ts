// One statement an object: what a program reads of it, in the order in which they were made. What is about the one who made the key does not exist for it.
import { type RawBuilder, sql } from 'kysely'
import { type Asker, isCaseAbout, isMessageAbout, isNotAbout } from '../amend/cases/about-asker.sql.ts'
import type { Database } from '../platform/database/transaction.ts'
import type { ObjectName } from './object.schema.ts'

// prettier-ignore
export const reads = ['customer', 'identity', 'cases', 'organization', 'message', 'case_message', 'outbox', 'case_note', 'promise', 'purchase', 'refund',
  'referral', 'survey', 'staff', 'brand', 'topic', 'representation'] as const

interface Reading {
  /** Its identifier, of the table `x`. */
  readonly id: RawBuilder<string>
  readonly columns: RawBuilder<unknown>
  readonly from: RawBuilder<unknown>
  /** What may be shown to whoever made the key. */
  readonly where?: (asker: Asker) => RawBuilder<boolean>
}

const instantOf = (at: string) => sql`to_char(${sql.ref(at)} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`
const inCase = (asker: Asker) => sql<boolean>`not ${isCaseAbout(asker, sql`x.case_id`)}`

const readings: Readonly<Record<ObjectName, Reading>> = {
  customers: {
    id: sql`x.customer_id`,
    columns: sql`x.customer_id as "customerId", x.name, coalesce(x.person_id, x.customer_id) as "personId", ${instantOf('x.first_seen_at')} as "firstSeenAt",
      ${instantOf('x.erased_at')} as "erasedAt",
      coalesce((select jsonb_agg(jsonb_build_object('kind', i.kind, 'value', i.raw_value, 'verifiedAt', ${instantOf('i.verified_at')}, 'badSince', ${instantOf('i.bad_since')}, 'sharedSaid', i.shared_said)
          order by i.first_seen_at, i.identity_id)
        from (select * from identity i where i.customer_id = x.customer_id order by i.first_seen_at, i.identity_id limit 50) i), '[]') as identities`,
    from: sql`from customer x`,
  },
  cases: {
    id: sql`x.case_id`,
    columns: sql`x.case_id as "caseId", o.case_prefix || '-' || x.number as number, x.kind, x.state, x.matter, x.channel, x.customer_id as "customerId",
      x.conversation_id as "conversationId", x.brand_id as "brandId", x.duty_staff_id as "dutyStaffId", x.owner_staff_id as "ownerStaffId",
      ${instantOf('x.received_at')} as "receivedAt", ${instantOf('x.acknowledged_at')} as "acknowledgedAt", ${instantOf('x.first_answered_at')} as "firstAnsweredAt",
      ${instantOf('x.final_answered_at')} as "finalAnsweredAt", ${instantOf('x.closed_at')} as "closedAt", x.finding, ${instantOf('x.resolved_at')} as "resolvedAt",
      x.resolved_by as "resolvedBy", ${instantOf('x.rejected_at')} as "rejectedAt", x.merged_into as "mergedInto", ${instantOf('x.changed_at')} as "changedAt",
      x.topic_id as "topicId", x.stage`,
    from: sql`from cases x join organization o on o.organization_id = x.organization_id`,
    where: (asker) => isNotAbout(asker, 'x'),
  },
  messages: {
    id: sql`x.message_id`,
    columns: sql`x.message_id as "messageId", x.conversation_id as "conversationId", m.case_id as "caseId", x.channel_id as "channelId", x.direction, x.kind,
      x.standing, coalesce(m.meaning, x.meaning) as meaning, x.language, ${instantOf('x.at')} as at, x.staff_id as "staffId", i.raw_value as "from", x.subject,
      x.text, x.told_by as "toldBy", o.state as delivery`,
    from: sql`from message x left join case_message m on m.message_id = x.message_id left join identity i on i.identity_id = x.identity_id
      left join outbox o on o.message_id = x.message_id`,
    where: (asker) => sql`not ${isMessageAbout(asker, 'x')}`,
  },
  notes: {
    id: sql`x.note_id`,
    columns: sql`x.note_id as "noteId", x.case_id as "caseId", x.staff_id as "staffId", ${instantOf('x.at')} as at,
      case when x.taken_back_at is null then x.text else '' end as text, ${instantOf('x.taken_back_at')} as "takenBackAt"`,
    from: sql`from case_note x`,
    where: inCase,
  },
  promises: {
    id: sql`x.promise_id`,
    columns: sql`x.promise_id as "promiseId", x.case_id as "caseId", x.kind, x.about, ${instantOf('x.made_at')} as "madeAt", ${instantOf('x.due_at')} as "dueAt",
      x.status, ${instantOf('x.settled_at')} as "settledAt", ${instantOf('x.broken_at')} as "brokenAt"`,
    from: sql`from promise x`,
    where: inCase,
  },
  purchases: {
    id: sql`x.purchase_id`,
    columns: sql`x.purchase_id as "purchaseId", x.customer_id as "customerId", ${instantOf('x.at')} as at, trim_scale(x.amount)::text as amount, x.currency, x.items`,
    from: sql`from purchase x`,
  },
  refunds: {
    id: sql`x.refund_id`,
    columns: sql`x.refund_id as "refundId", x.purchase_id as "purchaseId", ${instantOf('x.at')} as at, trim_scale(x.amount)::text as amount, x.reason`,
    from: sql`from refund x`,
  },
  referrals: {
    id: sql`x.referral_id`,
    columns: sql`x.referral_id as "referralId", x.from_customer_id as "fromCustomerId", x.to_customer_id as "toCustomerId", ${instantOf('x.at')} as at, x.how`,
    from: sql`from referral x`,
  },
  surveys: {
    id: sql`x.case_id`,
    columns: sql`x.case_id as "caseId", x.customer_id as "customerId", ${instantOf('x.asked_at')} as "askedAt", ${instantOf('x.answered_at')} as "answeredAt",
      x.words, x.outcome, x.process, x.person`,
    from: sql`from survey x`,
    where: (asker) => sql`x.asked_at is not null and ${inCase(asker)}`,
  },
  staff: {
    id: sql`x.staff_id`,
    columns: sql`x.staff_id as "staffId", x.name, x.email, x.role, ${instantOf('x.joined_at')} as "joinedAt", ${instantOf('x.disabled_at')} as "disabledAt"`,
    from: sql`from staff x`,
  },
  brands: {
    id: sql`x.brand_id`,
    columns: sql`x.brand_id as "brandId", x.name`,
    from: sql`from brand x`,
  },
  representations: {
    id: sql`x.representation_id`,
    columns: sql`x.representation_id as "representationId", x.customer_id as "customerId", x.by_customer_id as "byCustomerId", x.kind, x.evidence,
      ${instantOf('x.said_at')} as "saidAt", x.shown_what as "shownWhat", ${instantOf('x.shown_at')} as "shownAt", ${instantOf('x.ended_at')} as "endedAt"`,
    from: sql`from representation x`,
  },
  topics: {
    id: sql`x.topic_id`,
    columns: sql`x.topic_id as "topicId", x.name, ${instantOf('x.archived_at')} as "archivedAt"`,
    from: sql`from topic x`,
  },
}

export interface ObjectRow {
  readonly rowId: string
}

const selected = (name: ObjectName, asker: Asker) => {
  const { id, columns, from, where } = readings[name]
  return sql`select ${id} as "rowId", ${columns} ${from} where ${where?.(asker) ?? sql`true`}`
}

/** The first `most` behind an identifier, in the order of making. */
export async function objectsFrom(
  db: Database,
  name: ObjectName,
  asker: Asker,
  after: string | null,
  most: number,
): Promise<readonly ObjectRow[]> {
  const { id } = readings[name]
  const { rows } = await sql<ObjectRow>`
    ${selected(name, asker)} and ${id} > ${after ?? '00000000-0000-0000-0000-000000000000'}::uuid order by ${id} limit ${sql.lit(most)}`.execute(
    db,
  )
  return rows
}

export async function oneObject(db: Database, name: ObjectName, asker: Asker, id: string): Promise<ObjectRow | null> {
  const { rows } = await sql<ObjectRow>`${selected(name, asker)} and ${readings[name].id} = ${id}::uuid`.execute(db)
  return rows[0] ?? null
}
