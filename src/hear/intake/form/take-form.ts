// Takes a filled-in form: checked kindly, limited against floods, stored once. What is wrong comes back in words, with nothing lost.
import { type Context, withContext } from '../../../platform/context/context.ts'
import type { House } from '../../../platform/context/house.ts'
import { findOrganization } from '../../../platform/staff/organization.sql.ts'
import { emailIdentity } from '../../channels/address.rules.ts'
import { brandNameOf } from '../../channels/brands/brand.sql.ts'
import { findChannel } from '../../channels/channel.sql.ts'
import type { RawId } from '../../../shared/ids.ts'
import { say } from '../../../shared/say.ts'
import { type FormPlace, fateOf, findForm } from '../submission.sql.ts'
import { submitComplaint } from '../submit-complaint.ts'
import { countRefused, isFlood } from './flood.ts'
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
    const company = (await brandNameOf(ctx.db, place.channelId)) ?? organization?.name ?? ''
    return { ...place, company, isOff: channel?.state === 'off' }
  })
}

export type FormTaken = { readonly rawId: RawId } | { readonly faults: FormFaults; readonly isFlood: boolean }

export async function takeForm(
  house: House,
  form: FormShown,
  fields: FormFields,
  parts: FormParts,
  network: string,
): Promise<FormTaken> {
  const faults = { ...faultsOf(fields), ...(parts.tooMuch === null ? {} : { files: parts.tooMuch }) }
  if (Object.keys(faults).length > 0) return { faults, isFlood: false }
  if (parts.notKept === 'flood') return refuseFlood(house, form, network)
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
  return refuseFlood(house, form, network)
}

/** The refused try itself is rolled back with its counts, so it is noted apart, for the operator to see. */
async function refuseFlood(house: House, form: FormPlace, network: string): Promise<FormTaken> {
  await inOffice(house, form, (ctx) => countRefused(ctx, network))
  return { faults: { form: say('form.too-often') }, isFlood: true }
}

/** Rolls the storing back. */
class Flood extends Error {}

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
