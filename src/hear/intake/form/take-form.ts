// Takes a filled-in form: checked kindly, limited against floods, stored once. What is wrong comes back in words, with nothing lost.
import { createHash } from 'node:crypto'
import { countAttempt } from '../../../platform/access/attempt.sql.ts'
import { type Context, withContext } from '../../../platform/context/context.ts'
import type { House } from '../../../platform/context/house.ts'
import { findOrganization } from '../../../platform/staff/organization.sql.ts'
import { emailIdentity } from '../../channels/address.rules.ts'
import { findChannel } from '../../channels/channel.sql.ts'
import type { RawId } from '../../../shared/ids.ts'
import { say } from '../../../shared/say.ts'
import { type FormPlace, fateOf, findForm } from '../submission.sql.ts'
import { submitComplaint } from '../submit-complaint.ts'
import type { FormFaults, FormFields } from './form-page.ts'
import type { FormParts } from './form-parts.ts'

export interface FormShown extends FormPlace {
  readonly company: string
  readonly isOff: boolean
}

const visitor = { kind: 'customer', customerId: null } as const
const inOffice = <Result>(
  house: House,
  { organizationId }: FormPlace,
  work: (ctx: Context) => Promise<Result>,
): Promise<Result> => withContext(house, { organizationId, actor: visitor }, work)

/** The form of a channel, or of the first company; null where there is none. */
export async function openForm(house: House, channelId: string | null): Promise<FormShown | null> {
  const place = await findForm(house.ownerPool, channelId)
  if (!place) return null
  return inOffice(house, place, async (ctx) => {
    const [organization, channel] = [await findOrganization(ctx.db), await findChannel(ctx.db, place.channelId)]
    return { ...place, company: organization?.name ?? '', isOff: channel?.state === 'off' }
  })
}

export type FormTaken = { readonly rawId: RawId } | { readonly faults: FormFaults; readonly isFlood: boolean }

/** An hour's posts from one network address, and of one e-mail address. The same post again counts for neither. */
const mostFromNetwork = 60
const mostOfAddress = 10
const windowMinutes = 60

export async function takeForm(
  house: House,
  form: FormShown,
  fields: FormFields,
  parts: FormParts,
  network: string,
): Promise<FormTaken> {
  const faults = { ...faultsOf(fields), ...(parts.tooMuch === null ? {} : { files: parts.tooMuch }) }
  if (Object.keys(faults).length > 0) return { faults, isFlood: false }
  const stored = await inOffice(house, form, async (ctx) => {
    const { rawId, isNew } = await submitComplaint(ctx, {
      channelId: form.channelId,
      submission: {
        ...fields,
        occurredAt: null,
        externalId: null,
        isSuspect: (parts.fields.get('website') ?? '') !== '',
      },
      files: parts.files,
      proof: { kind: 'none', detail: 'typed into the web form' },
    })
    if (isNew && (await isFlood(ctx, fields.email, network))) throw new Flood()
    return rawId
  }).catch((error: unknown) => {
    if (error instanceof Flood) return null
    throw error
  })
  if (stored !== null) return { rawId: stored }
  await countFlood(house, form, network)
  return { faults: { form: say('form.too-often') }, isFlood: true }
}

/** Rolls the storing back. */
class Flood extends Error {}

const hashed = (text: string): string => createHash('sha256').update(text).digest('hex')

async function isFlood(ctx: Context, email: string, network: string): Promise<boolean> {
  const count = (scope: string, subject: string) =>
    countAttempt(
      ctx.db,
      { organizationId: ctx.organizationId, scope, subject: hashed(subject) },
      ctx.now(),
      windowMinutes,
    )
  const address = emailIdentity(email)?.value ?? ''
  const [fromNetwork, ofAddress] = [await count('form-network', network), await count('form-address', address)]
  return fromNetwork > mostFromNetwork || ofAddress > mostOfAddress
}

/** The refused try itself is rolled back with its counts, so it is noted apart, for the operator to see. */
const countFlood = (house: House, form: FormPlace, network: string): Promise<number> =>
  inOffice(house, form, (ctx) =>
    countAttempt(
      ctx.db,
      { organizationId: form.organizationId, scope: 'form-refused', subject: hashed(network) },
      ctx.now(),
      windowMinutes,
    ),
  )

function faultsOf({ email, text }: FormFields): FormFaults {
  return {
    ...(text.trim() === '' ? { text: say('form.text.missing') } : {}),
    ...(isAnswerable(email)
      ? {}
      : {
          email: email === '' ? say('form.email.missing') : say('form.email.strange'),
        }),
  }
}

const isAnswerable = (email: string): boolean =>
  emailIdentity(email) !== null && !email.includes('"') && /^[^@]+@[^@]+\.[^@.]+$/.test(email)

/** The number people speak of it by, once there is one; null before. Undefined where there is no such post. */
export async function referenceOf(house: House, form: FormPlace, rawId: RawId): Promise<string | null | undefined> {
  const fate = await inOffice(house, form, (ctx) => fateOf(ctx.db, rawId, 'form'))
  return fate ? fate.reference : undefined
}
