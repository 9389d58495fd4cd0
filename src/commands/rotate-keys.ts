// `amends rotate-keys`: makes new keys for reply addresses. May be run while the desk runs; it uses them from the next letter on.
import type { Config } from '../config.ts'
import { rotateReplyKeys } from '../hear/conversations/reply-keys.ts'
import { appendAudit } from '../platform/audit/audit.sql.ts'
import { type DatabaseRole, openPool } from '../platform/database/connection.ts'
import { reachDatabase } from '../platform/database/reach-database.ts'
import { type Database, inTransaction } from '../platform/database/transaction.ts'
import { allOrganizations } from '../platform/jobs/organizations.sql.ts'
import { systemClock } from '../shared/clock.ts'
import type { OrganizationId } from '../shared/ids.ts'
import { systemRandom } from '../shared/random.ts'

const words =
  'Letters from now on carry reply addresses of a new key. Answers to letters of the key before it still join by themselves, until keys are rotated again.\n'

export async function rotateKeysCommand(config: Config): Promise<void> {
  const database = await reachDatabase(config.databaseUrl, config.dataFolder, () => undefined)
  const open = (role: DatabaseRole) => openPool({ url: database.url, role, size: 1, onBroken: () => undefined })
  const [pool, ownerPool] = [open('amends_app'), open('amends_owner')]
  try {
    for (const organizationId of await allOrganizations(ownerPool))
      await inTransaction(pool, organizationId, (db) => rotate(db, organizationId))
    process.stdout.write(words)
  } finally {
    await Promise.all([pool.end(), ownerPool.end()])
    await database.release()
  }
}

async function rotate(db: Database, organizationId: OrganizationId): Promise<void> {
  const at = systemClock.now()
  const version = await rotateReplyKeys(db, organizationId, systemRandom.bytes(32), at)
  await appendAudit(db, {
    ...{ at, actorKind: 'system', actorId: 'command line', action: 'reply-keys.rotated' },
    ...{ objectKind: 'organization', objectId: organizationId, details: { version } },
  })
}
