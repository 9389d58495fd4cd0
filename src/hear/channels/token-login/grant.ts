// A refresh token at rest: sealed, together with what it was given for.
import { z } from 'zod'
import { seal } from '../../../platform/access/seal.ts'
import type { House } from '../../../platform/context/house.ts'

const shape = z.object({ refreshToken: z.string(), purpose: z.string() })
export type Grant = Readonly<z.output<typeof shape>>

export const sealGrant = (house: House, grant: Grant): Buffer =>
  Buffer.from(seal(house.sealingKey, Buffer.from(JSON.stringify(grant), 'utf8'), house.secrets))

/** @param plain what `sealGrant` sealed, opened */
export const openGrant = (plain: Uint8Array): Grant => shape.parse(JSON.parse(Buffer.from(plain).toString('utf8')))
