// Whether this desk is the sample company, whose letters and questions never leave this machine. Its mailboxes say so for good.
import type { Pool } from 'pg'
import { homeOrganization } from '../../platform/jobs/organizations.sql.ts'
import { hasSampleMailbox } from './channel.sql.ts'

/** What is noted in the settings of every mailbox that is connected in it. */
export const sampleMark = { isSample: true } as const

/**
 * Wished for and nobody's yet, or made as one before, whether it is wished for this time or not. Never somebody's own desk: a letter of
 * theirs must not end in a folder. @param ownerPool asks over all organizations
 */
export async function isSampleCompany(ownerPool: Pool, isWished: boolean): Promise<boolean> {
  return (await homeOrganization(ownerPool)) === null ? isWished : hasSampleMailbox(ownerPool)
}
