// One user of a Zendesk export as a person of the history. Agents become nobody here, neither customers nor colleagues.
import { customerLine, type CustomerLine } from '../history.schema.ts'
import { kept, type RowRead, Unreadable } from '../csv/open-row.ts'
import type { ZendeskUser } from './zendesk.schema.ts'
import { instantOf } from './instant.rules.ts'

/** @throws Unreadable for who worked there, and for who was deleted */
export function personOf(user: ZendeskUser): RowRead {
  if (user.role === 'agent' || user.role === 'admin')
    throw new Unreadable('They worked there: that makes nobody a customer, and no account is made of it.')
  if (user.active === false || user.permanently_deleted === true)
    throw new Unreadable('They were deleted there, and do not come back.')
  return { line: lineOf(user, null), aside: [] }
}

/** @param since stands for a time that is not given */
export function lineOf(
  { id, name, email, phone, locale, created_at }: ZendeskUser,
  since: string | null,
): CustomerLine {
  return kept(customerLine, {
    ...{ kind: 'customer', id, name: (name ?? '').slice(0, 200) },
    ...{ emails: email ? [email] : [], phones: phone ? [phone.slice(0, 40)] : [] },
    language: /^[a-z]{2}(?=$|[-_])/i.exec(locale ?? '')?.[0].toLowerCase() ?? null,
    since: instantOf(created_at) ?? since ?? undefined,
  })
}
