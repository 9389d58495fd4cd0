// Who takes part in what is said with a customer in a case, and whom they named in it beside us.
import { sql } from 'kysely'
import type { Database } from '../../../platform/database/transaction.ts'
import type { CaseId } from '../../../shared/ids.ts'
import type { ParticipantView } from './participant.schema.ts'

export const reads = ['identity', 'message', 'participant'] as const

const most = 50
/** Messages that are looked through for whom they name, the newest first. */
const lookedAt = 50

/** The customer first, then whoever takes part, then who waits, then whom they only named. */
export async function participantsOf(db: Database, caseId: CaseId): Promise<readonly ParticipantView[]> {
  const { rows } = await sql<ParticipantView>`
    with c as (select distinct conversation_id from cases where case_id in (select cases_in(${caseId}))),
    here as (
      select distinct on (i.value) i.value, i.raw_value as address, coalesce(i.display, '') as name, p.standing
      from c join participant p on p.conversation_id = c.conversation_id join identity i on i.identity_id = p.identity_id
      where i.kind = 'email' and i.raw_value <> ''
      order by i.value, array_position(array['customer', 'confirmed', 'to-confirm'], p.standing), p.identity_id limit 200),
    named as (
      select distinct one.address from (
        select m.cc from c join lateral (
          select m.cc from message m where m.conversation_id = c.conversation_id and m.direction = 'in' and m.standing = 'joined'
          order by m.at desc, m.message_id desc limit ${sql.lit(lookedAt)}) m on true) m
      cross join lateral unnest(m.cc) one(address)
      where not exists (select from here h where h.value = one.address))
    select address, name, standing from (
      select address, name, standing, array_position(array['customer', 'confirmed', 'to-confirm'], standing) as place from here where standing <> 'refused'
      union all select n.address, '', 'named', 4 from named n) who
    order by place, address limit ${sql.lit(most)}`.execute(db)
  return rows
}
