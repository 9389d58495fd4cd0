// The company's name, business and time zone, after the first run. The zone is that of letters; business days count in the calendar's own.
import { recordAudit } from '../audit/record-audit.ts'
import type { Context } from '../context/context.ts'
import { Refusal } from '../../shared/errors.ts'
import { isKnownZone } from '../../shared/zone.ts'
import type { Company } from './organization.schema.ts'
import { findOrganization, lockOrganization, saveOrganization } from './organization.sql.ts'

/** @throws Refusal('not-found') before the founding */
export async function seeCompany(ctx: Context): Promise<Company> {
  const organization = await findOrganization(ctx.db)
  if (!organization) throw new Refusal('not-found', 'No company has been founded here yet.')
  const { name, kindOfBusiness, timeZone } = organization
  return { name, kindOfBusiness, timeZone }
}

/** Holds for every letter from now on; what was written stays. The audit trail keeps both. Nothing where nothing differs.
 * @throws Refusal('invalid') for an unknown time zone */
export async function changeCompany(ctx: Context, after: Company): Promise<Company> {
  if (!isKnownZone(after.timeZone))
    throw new Refusal('invalid', 'This time zone is not known; choose one such as Europe/Berlin.', {
      '/timeZone': 'not known',
    })
  await lockOrganization(ctx.db)
  const before = await seeCompany(ctx)
  const isSame =
    before.name === after.name && before.kindOfBusiness === after.kindOfBusiness && before.timeZone === after.timeZone
  if (isSame) return before
  await saveOrganization(ctx.db, after)
  await recordAudit(ctx, 'organization.changed', { kind: 'organization', id: ctx.organizationId }, { before, after })
  return after
}
