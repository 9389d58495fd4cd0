// The first run: one transaction founds the company, its first person, its channels, its calendar and its floor.
import { foundFloor } from '../amend/promises/found-floor.ts'
import { foundChannels } from '../hear/channels/found-channels.ts'
import { recordAudit } from '../platform/audit/record-audit.ts'
import { withContext } from '../platform/context/context.ts'
import type { House } from '../platform/context/house.ts'
import { addOrganization, lockFounding } from '../platform/staff/organization.sql.ts'
import { checkPassword, hashPassword } from '../platform/staff/password.ts'
import { type StartedSession, startSession } from '../platform/staff/session.ts'
import type { firstRun } from '../platform/staff/staff.schema.ts'
import { addStaff } from '../platform/staff/staff.sql.ts'
import { Refusal } from '../shared/errors.ts'
import { newId, type StaffId } from '../shared/ids.ts'
import { isKnownZone } from '../shared/zone.ts'
import type { z } from 'zod'

export type FirstRun = z.infer<typeof firstRun>

/** Founds the company and signs its first person in as administrator. Only once: a second try, even at the same moment, is refused.
 * @throws Refusal('wrong-state') when the desk is set up already, Refusal('invalid') for a poor password or unknown zone */
export async function foundCompany(house: House, given: FirstRun): Promise<StartedSession> {
  if (!isKnownZone(given.timeZone))
    throw new Refusal('invalid', 'This time zone is not known; choose one such as Europe/Berlin.', {
      '/timeZone': 'not known',
    })
  checkPassword(given.password, [given.name, given.email, given.company])
  const passwordHash = await hashPassword(given.password)
  const organizationId = newId<'organization'>(house.clock.now(), house.random)
  return withContext(house, { organizationId, actor: { kind: 'system', part: 'first-run' } }, async (ctx) => {
    if (!(await lockFounding(ctx.db)))
      throw new Refusal('wrong-state', 'This desk is set up already. Sign in, or ask an administrator for an invite.')
    const { company, kindOfBusiness, timeZone, name, email } = given
    await addOrganization(
      ctx.db,
      organizationId,
      { name: company, kindOfBusiness, timeZone, language: 'en', casePrefix: 'A' },
      ctx.now(),
    )
    const staffId: StaffId = ctx.newId<'staff'>()
    await addStaff(ctx.db, {
      organizationId,
      staffId,
      name,
      email,
      role: 'administrator',
      passwordHash,
      joinedAt: ctx.now(),
    })
    await foundChannels(ctx)
    await foundFloor(ctx, { timeZone, terms: given.floor })
    await recordAudit(ctx, 'organization.founded', { kind: 'organization', id: organizationId })
    ctx.emit({ kind: 'organization.founded', organizationId })
    return startSession(ctx, staffId)
  })
}
