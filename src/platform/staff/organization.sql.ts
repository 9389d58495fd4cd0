// The company itself.
import { sql } from 'kysely'
import type { Database } from '../database/transaction.ts'
import type { OrganizationId } from '../../shared/ids.ts'

export interface Organization {
  readonly name: string
  readonly kindOfBusiness: string
  readonly timeZone: string
  readonly language: string
  readonly casePrefix: string
}

export async function addOrganization(
  db: Database,
  organizationId: OrganizationId,
  organization: Organization,
  foundedAt: Date,
): Promise<void> {
  await db
    .insertInto('organization')
    .values({
      organization_id: organizationId,
      name: organization.name,
      kind_of_business: organization.kindOfBusiness,
      time_zone: organization.timeZone,
      language: organization.language,
      case_prefix: organization.casePrefix,
      founded_at: foundedAt,
    })
    .execute()
}

/** The organization of this transaction. */
export async function findOrganization(db: Database): Promise<Organization | null> {
  const row = await db
    .selectFrom('organization')
    .select(['name', 'kind_of_business', 'time_zone', 'language', 'case_prefix'])
    .executeTakeFirst()
  if (!row) return null
  return {
    name: row.name,
    kindOfBusiness: row.kind_of_business,
    timeZone: row.time_zone,
    language: row.language,
    casePrefix: row.case_prefix,
  }
}

/** Lets one change of the company through at a time, so that the audit trail tells what each found. */
export async function lockOrganization(db: Database): Promise<void> {
  await db.selectFrom('organization').select('organization_id').forNoKeyUpdate().execute()
}

export async function saveOrganization(
  db: Database,
  changed: Pick<Organization, 'name' | 'kindOfBusiness' | 'timeZone'>,
): Promise<void> {
  await db
    .updateTable('organization')
    .set({ name: changed.name, kind_of_business: changed.kindOfBusiness, time_zone: changed.timeZone })
    .execute()
}

/** Keeps two first runs apart until the transaction ends; true when no company has been founded here yet. */
export async function lockFounding(db: Database): Promise<boolean> {
  await sql`select pg_advisory_xact_lock(4100419)`.execute(db)
  const { rows } = await sql<{ none: boolean }>`select home_organization() is null as none`.execute(db)
  return rows[0]?.none ?? false
}
