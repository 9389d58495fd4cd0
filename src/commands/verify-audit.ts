// `amends verify-audit`: walks every organization's hash chain and names the first places where it does not hold.
import { type DatabaseRole, openPool } from '../platform/database/connection.ts'
import { reachDatabase } from '../platform/database/reach-database.ts'
import { inTransaction } from '../platform/database/transaction.ts'
import { auditBreaks, auditHead } from '../platform/audit/audit.sql.ts'
import { allOrganizations } from '../platform/jobs/organizations.sql.ts'
import type { Config } from '../config.ts'

export async function verifyAuditCommand(config: Config): Promise<void> {
  const database = await reachDatabase(config.databaseUrl, config.dataFolder, () => undefined)
  const open = (role: DatabaseRole) => openPool({ url: database.url, role, size: 1, onBroken: () => undefined })
  const [pool, ownerPool] = [open('amends_app'), open('amends_owner')]
  try {
    for (const organizationId of await allOrganizations(ownerPool)) {
      const { breaks, head } = await inTransaction(pool, organizationId, async (db) => ({
        breaks: await auditBreaks(db, 20),
        head: await auditHead(db),
      }))
      for (const { sequence, fault } of breaks) process.stdout.write(`Entry ${String(sequence)}: ${fault}\n`)
      if (breaks.length > 0) process.exitCode = 1
      else
        process.stdout.write(
          `The audit trail holds. ${String(head?.sequence ?? 0)} entries; the last hash is ${head?.hash ?? 'none'}. Keep it elsewhere to see a cut later.\n`,
        )
    }
  } finally {
    await Promise.all([pool.end(), ownerPool.end()])
    await database.release()
  }
}
