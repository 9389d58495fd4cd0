// The keyed-by-organization hash of an address that stays when its person was erased, so that old mail of theirs does not come back.
import { createHash } from 'node:crypto'
import type { OrganizationId } from '../../shared/ids.ts'
import type { IdentityKey } from '../channels/address.rules.ts'

export const erasedHash = (organizationId: OrganizationId, key: IdentityKey): Buffer =>
  createHash('sha256')
    .update(JSON.stringify([organizationId, key.kind, key.value]))
    .digest()
