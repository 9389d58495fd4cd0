// A job as a value: its name in the queue and what it does. Jobs get identifiers only, read the state again, and may run twice.
import type { FollowUp, House } from '../context/house.ts'
import type { OrganizationId } from '../../shared/ids.ts'

export type JobPayload = Readonly<Record<string, string>> & { readonly organizationId: OrganizationId }

export interface Job {
  readonly task: string
  readonly run: (house: House, payload: JobPayload) => Promise<void>
  /** The same inside the transaction that caused it, for whoever asks for that (`isFollowedUp` of `withContext`). */
  readonly atOnce?: FollowUp
}

/** Something asked every minute of each organization: what is due now? A part with many rows looks between its rounds whether the desk is
 * `stopping`, and leaves the rest to the next start; without it nobody stops it. */
export interface TickPart {
  readonly name: string
  readonly run: (house: House, organizationId: OrganizationId, stopping?: AbortSignal) => Promise<void>
}
