// What bounds the form: posts and uploads of an hour, by where they come from. Told in words, with nothing lost that was typed.
import { createHash } from 'node:crypto'
import { attemptsSoFar, countAttempt } from '../../../platform/access/attempt.sql.ts'
import { type Context, withContext } from '../../../platform/context/context.ts'
import type { House } from '../../../platform/context/house.ts'
import { emailIdentity } from '../../channels/address.rules.ts'
import type { FormPlace } from '../submission.sql.ts'

/** An hour's posts from one network address, and of one e-mail address. The same post again counts for neither. */
const mostFromNetwork = 60
const mostOfAddress = 10
/** An hour's posts with files: these count before a byte of theirs is written, whether they are taken or not. */
const mostUploadsFromNetwork = 120
const mostUploadsOfForm = 3000
const windowMinutes = 60

const hashed = (text: string): string => createHash('sha256').update(text).digest('hex')
const addressOf = (email: string): string => emailIdentity(email.trim())?.value ?? ''
const keyOf = (ctx: Context, scope: string, subject: string) => ({
  ...{ organizationId: ctx.organizationId, scope },
  subject: hashed(subject),
})
const count = (ctx: Context, scope: string, subject: string): Promise<number> =>
  countAttempt(ctx.db, keyOf(ctx, scope, subject), ctx.now(), windowMinutes)
const soFar = (ctx: Context, scope: string, subject: string): Promise<number> =>
  attemptsSoFar(ctx.db, keyOf(ctx, scope, subject), ctx.now(), windowMinutes)

/** Counts a post that was new. */
export async function isFlood(ctx: Context, email: string, network: string): Promise<boolean> {
  const fromNetwork = await count(ctx, 'form-network', network)
  const ofAddress = await count(ctx, 'form-address', addressOf(email))
  return fromNetwork > mostFromNetwork || ofAddress > mostOfAddress
}

export const countRefused = (ctx: Context, network: string): Promise<number> => count(ctx, 'form-refused', network)

/** Before files are written: false for whoever would be refused anyway, for who uploads without end, and where the form is flooded from everywhere. */
export const mayUpload = (house: House, form: FormPlace, email: string, network: string): Promise<boolean> =>
  withContext(
    house,
    { organizationId: form.organizationId, actor: { kind: 'customer', customerId: null } },
    async (ctx) => {
      const uploads = await count(ctx, 'form-upload', network)
      const ofForm = uploads > mostUploadsFromNetwork ? 0 : await count(ctx, 'form-upload-all', form.channelId)
      if (uploads > mostUploadsFromNetwork || ofForm > mostUploadsOfForm) return false
      const posts = await soFar(ctx, 'form-network', network)
      return posts < mostFromNetwork && (await soFar(ctx, 'form-address', addressOf(email))) < mostOfAddress
    },
  )
