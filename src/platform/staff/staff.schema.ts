// Shapes of requests and answers about people who work here, shared with the pages.
import { z } from 'zod'

const text = (most: number) => z.string().trim().min(1).max(most)
const email = z.string().trim().toLowerCase().max(320).pipe(z.email())
/** At least 15 characters and no composition rules (NIST SP 800-63B-4). 200 bound the work of hashing. */
const password = z.string().min(15).max(200)
const time = z.iso.datetime()

export const role = z.enum(['handler', 'lead', 'administrator'])

export const floorTerms = z.strictObject({
  acknowledgeMinutes: z.int().min(1).max(1440),
  firstAnswerBusinessDays: z.int().min(1).max(10),
  finalAnswerBusinessDays: z.int().min(1).max(40),
})

export const firstRunNeeded = z.object({ needed: z.boolean() })
export const firstRun = z.strictObject({
  company: text(200),
  kindOfBusiness: text(100),
  timeZone: text(64),
  name: text(200),
  email,
  password,
  floor: floorTerms,
})

export const me = z.object({
  staffId: z.string(),
  name: z.string(),
  email: z.string(),
  role,
  csrfToken: z.string(),
  organization: z.object({ name: z.string(), timeZone: z.string(), casePrefix: z.string() }),
  now: time,
  /** From where the live events are to be followed so that nothing falls between this answer and the stream: its first Last-Event-ID. */
  livePlace: z.string(),
})
export type Me = z.infer<typeof me>

export const signIn = z.strictObject({ email: z.string().trim().max(320), password: z.string().max(1000) })
export const changePassword = z.strictObject({ current: z.string().max(1000), next: password })

export const staffMember = z.object({
  staffId: z.string(),
  name: z.string(),
  email: z.string(),
  role,
  joinedAt: time,
  disabledAt: time.nullable(),
})
export const staffList = z.object({ staff: z.array(staffMember) })
export const staffParams = z.object({ staffId: z.uuid() })
export const disableStaff = z.strictObject({ successorId: z.uuid().nullable() })

export const invite = z.object({ inviteId: z.string(), email: z.string(), role, expiresAt: time })
export const inviteList = z.object({ invites: z.array(invite) })
export const newInvite = z.strictObject({ email, role })
export const madeInvite = z.object({ inviteId: z.string(), url: z.string(), expiresAt: time })
export const inviteParams = z.object({ inviteId: z.uuid() })
export const inviteToken = z.strictObject({ token: z.string().min(20).max(200) })
export const inviteSeen = z.object({ email: z.string(), role, organization: z.string() })
export const acceptInvite = z.strictObject({ token: z.string().min(20).max(200), name: text(200), password })

export const apiKey = z.object({
  opens: z.enum(['complaints', 'events', 'objects']),
  apiKeyId: z.string(),
  name: z.string(),
  madeAt: time,
  usedAt: time.nullable(),
  revokedAt: time.nullable(),
})
export const apiKeyList = z.object({ keys: z.array(apiKey) })
const opens = z.enum(['complaints', 'events', 'objects'])
export const newApiKey = z.strictObject({ name: text(100), opens: opens.default('complaints') })
export const madeApiKey = z.object({ apiKeyId: z.string(), key: z.string() })
export const apiKeyParams = z.object({ apiKeyId: z.uuid() })
