// After a kill nobody holds what the dead process had in hand: mailboxes, records and letters are free at once instead of when their leases end.
import type { House } from '../platform/context/house.ts'
import { endAllLeases } from './channels/channel.sql.ts'
import { endAllSendings } from './conversations/due-letter.sql.ts'
import { endAllReadings } from './intake/due-raw.sql.ts'

/** Only for the one owner of a data folder, before its loops begin: where processes share a database, the leases may be another's. */
export async function freeLeases(house: House): Promise<void> {
  await endAllLeases(house.ownerPool)
  await endAllReadings(house.ownerPool, house.clock.now())
  await endAllSendings(house.ownerPool, house.clock.now())
}
