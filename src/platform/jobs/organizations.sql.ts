// The few questions over all organizations that the worker may ask.
import type { Pool } from 'pg'
import type { OrganizationId } from '../../shared/ids.ts'

/** Every organization of this installation, oldest first. */
export async function allOrganizations(pool: Pool): Promise<readonly OrganizationId[]> {
  const { rows } = await pool.query<{ id: OrganizationId }>('select organizations() as id')
  return rows.map((row) => row.id)
}

/** The organization that answers requests which name none; null before the first run. */
export async function homeOrganization(pool: Pool): Promise<OrganizationId | null> {
  const { rows } = await pool.query<{ id: OrganizationId | null }>('select home_organization() as id')
  return rows[0]?.id ?? null
}
