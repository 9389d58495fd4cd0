// Signing in: at most ten wrong tries an account and hour, the same answer and effort whether or not the person exists.
import { createHash } from 'node:crypto'
import { countAttempt, uncountAttempt } from '../access/attempt.sql.ts'
import { recordAudit } from '../audit/record-audit.ts'
import { withContext } from '../context/context.ts'
import type { House } from '../context/house.ts'
import { homeOrganization } from '../jobs/organizations.sql.ts'
import { inTransaction } from '../database/transaction.ts'
import { Refusal } from '../../shared/errors.ts'
import type { OrganizationId } from '../../shared/ids.ts'
import { isPassword, nobodysHash } from './password.ts'
import { type StartedSession, startSession } from './session.ts'
import { type SignInCandidate, signInCandidates } from './staff.sql.ts'

const triesAnHour = 10
const triesAnHourFromOneAddress = 100

/** Signs in by address and password.
 * @throws Refusal('not-signed-in') when they do not match, Refusal('too-many') after ten wrong tries within the hour */
export async function signIn(
  house: House,
  given: { email: string; password: string },
  from: string,
): Promise<StartedSession> {
  const email = given.email.toLowerCase()
  const home = await homeOrganization(house.pool)
  if (!home)
    throw new Refusal(
      'wrong-state',
      'This desk is not set up yet. Open it in a browser and answer the first questions.',
    )
  const counted = await countTries(house, home, email, from)
  const person = await findMatching(await signInCandidates(house.pool, email), given.password)
  if (!person) throw new Refusal('not-signed-in', 'The address and the password do not match.')
  return withContext(
    house,
    { organizationId: person.organizationId, actor: { kind: 'system', part: 'sign-in' } },
    async (ctx) => {
      if (person.organizationId === home) for (const key of counted) await uncountAttempt(ctx.db, key, ctx.now(), 60)
      await recordAudit(ctx, 'staff.signed-in', { kind: 'staff', id: person.staffId })
      return startSession(ctx, person.staffId)
    },
  )
}

/** Counts before the password is looked at, so that many guesses at once do not slip through. */
async function countTries(house: House, organizationId: OrganizationId, email: string, from: string) {
  const now = house.clock.now()
  const account = { organizationId, scope: 'sign-in', subject: createHash('sha256').update(email).digest('base64url') }
  const address = { organizationId, scope: 'sign-in-from', subject: from }
  const { byAccount, byAddress } = await inTransaction(house.pool, organizationId, async (db) => ({
    byAccount: await countAttempt(db, account, now, 60),
    byAddress: await countAttempt(db, address, now, 60),
  }))
  if (byAccount > triesAnHour || byAddress > triesAnHourFromOneAddress)
    throw new Refusal(
      'too-many',
      'Too many tries within this hour. Wait until the next full hour, or ask an administrator for a new invite.',
    )
  return [account, address] as const
}

async function findMatching(candidates: readonly SignInCandidate[], password: string): Promise<SignInCandidate | null> {
  if (candidates.length === 0) await isPassword(nobodysHash, password)
  for (const candidate of candidates) if (await isPassword(candidate.passwordHash, password)) return candidate
  return null
}
