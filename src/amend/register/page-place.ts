// Where a page of the register ended, as a word that the next request brings back: signed, and good for the same filter and order only.
import { createHmac, timingSafeEqual } from 'node:crypto'
import { z } from 'zod'
import type { Context } from '../../platform/context/context.ts'
import { Refusal } from '../../shared/errors.ts'
import { idOf } from '../../shared/wire.schema.ts'
import type { Place } from './register.sql.ts'
import type { RegisterFilter, RegisterOrder } from './register.schema.ts'

const placed = z.tuple([z.int().min(0).max(1), z.string().regex(/^[0-9][0-9 :.+-]{9,39}$/), idOf<'case'>()])
const signatureLength = 16

export interface PagePlace extends Place {
  /** Which of the order's walks it is in. */
  readonly walk: number
}

/** What a place is good for. Who asks is no part of it: it only says how far a list was read. */
export interface PlaceOf {
  readonly filter: RegisterFilter
  readonly order: RegisterOrder
}

export function writePlace(ctx: Context, of: PlaceOf, { walk, at, caseId }: PagePlace): string {
  const text = Buffer.from(JSON.stringify([walk, at, caseId]))
  return Buffer.concat([signatureOf(ctx, of, text), text]).toString('base64url')
}

/** @throws Refusal('invalid') for what this desk did not write for this filter and order */
export function readPlace(ctx: Context, of: PlaceOf, given: string): PagePlace {
  const bytes = Buffer.from(given, 'base64url')
  const [signature, text] = [bytes.subarray(0, signatureLength), bytes.subarray(signatureLength)]
  const isOurs = signature.length === signatureLength && timingSafeEqual(signature, signatureOf(ctx, of, text))
  if (!isOurs || bytes.toString('base64url') !== given)
    throw new Refusal(
      'invalid',
      'This place belongs to no list with these filters in this order. Ask for the list from its beginning.',
      { '/after': 'is no place in this list' },
    )
  const [walk, at, caseId] = placed.parse(JSON.parse(text.toString()))
  return { walk, at, caseId }
}

function signatureOf({ house, organizationId }: Context, { filter, order }: PlaceOf, text: Buffer): Buffer {
  const asked = Object.entries(filter).sort(([one], [other]) => (one < other ? -1 : 1))
  const key = createHmac('sha256', house.sealingKey).update('places in the register').digest()
  const about = JSON.stringify([organizationId, order, asked])
  return createHmac('sha256', key).update(about).update('\0').update(text).digest().subarray(0, signatureLength)
}
