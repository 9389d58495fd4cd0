// What a person's rights ask of surveys: their words go, their scores stay as figures without a person.
import { sql } from 'kysely'
import type { Database } from '../../platform/database/transaction.ts'
import type { CustomerId } from '../../shared/ids.ts'

export const reads = ['identity'] as const

export async function blankSurveys(db: Database, customerId: CustomerId): Promise<void> {
  await sql`
    update survey set words = '', state = case when state = 'waiting' then 'left-out' else state end,
      why = case when state = 'waiting' then 'erased' else why end
    where customer_id = ${customerId}`.execute(db)
}

export async function surveyRows(db: Database, customerId: CustomerId): Promise<readonly object[]> {
  const { rows } = await sql<object>`
    select state, why, asked_at, answered_at, outcome, process, person, words from survey where customer_id = ${customerId}
    order by due_at limit 10000`.execute(db)
  return rows
}

export async function forgetStops(db: Database, customerId: CustomerId): Promise<void> {
  await sql`
    delete from survey_stop t using identity i where i.organization_id = t.organization_id and i.identity_id = t.identity_id
      and i.customer_id = ${customerId}`.execute(db)
}

export async function stopRows(db: Database, customerId: CustomerId): Promise<readonly object[]> {
  const { rows } = await sql<object>`
    select t.why, t.at from survey_stop t join identity i on i.identity_id = t.identity_id where i.customer_id = ${customerId}
    order by t.at limit 10000`.execute(db)
  return rows
}
