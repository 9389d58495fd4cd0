// A job as a value: its name in the queue and what it does. Jobs get identifiers only, read the state again, and may run twice.
import type { House } from '../context/house.ts'
import type { OrganizationId } from '../../shared/ids.ts'

export type JobPayload = Readonly<Record<string, string>> & { readonly organizationId: OrganizationId }

export interface Job {
  readonly task: string
  readonly run: (house: House, payload: JobPayload) => Promise<void>
}

/** Something asked every minute of each organization: what is due now? */
export interface TickPart {
  readonly name: string
  readonly run: (house: House, organizationId: OrganizationId) => Promise<void>
}
