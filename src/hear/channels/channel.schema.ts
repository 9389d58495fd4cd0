// Shapes of requests and answers about channels: where complaints come in and letters go out. Passwords only ever go in.
import { z } from 'zod'

const time = z.iso.datetime()
const security = z.enum(['tls', 'starttls', 'none'])
const host = z.string().trim().min(1).max(253)
const port = z.int().min(1).max(65_535)

const address = z.string().trim().min(1).max(500)
const tokenLogin = z.strictObject({
  kind: z.literal('token'),
  provider: z.enum(['google', 'microsoft', 'other']),
  clientId: z.string().trim().min(1).max(300),
  /** Left out, the stored one stays; empty where the client has none. */
  clientSecret: z.string().max(1000).nullable(),
  /** These three of another provider only; the authorize address also there only where it has a page to sign in at. */
  authorizeUrl: address.nullable(),
  tokenUrl: address.nullable(),
  scope: z.string().trim().max(1000).nullable(),
  /** Pasted where no browser can sign in; left out, the sign-in there is stays. */
  refreshToken: z
    .string()
    .trim()
    .regex(/^[\x21-\x7e]{1,16000}$/)
    .nullable(),
})

export const mailChannelBody = z.strictObject({
  name: z.string().trim().min(1).max(100),
  address: z.string().trim().max(254).pipe(z.email()),
  displayName: z.string().trim().max(200),
  /** Null: a mail server hands over what comes in. */
  imap: z
    .strictObject({
      host,
      port,
      security,
      user: z.string().max(320),
      password: z.string().max(1000).nullable(),
      mailbox: z.string().min(1).max(500).default('INBOX'),
    })
    .nullable(),
  smtp: z.strictObject({
    host,
    port,
    security,
    user: z.string().max(320).nullable(),
    password: z.string().max(1000).nullable(),
  }),
  trustedAuthservId: z.string().trim().max(253).nullable(),
  /** How to log in to both servers; absent: by the passwords above. */
  login: z.discriminatedUnion('kind', [z.strictObject({ kind: z.literal('password') }), tokenLogin]).optional(),
})
export type MailChannelBody = z.output<typeof mailChannelBody>

const serverShown = z.object({ host: z.string(), port: z.number(), security, user: z.string().nullable() })

const loginShown = tokenLogin
  .omit({ clientSecret: true, refreshToken: true })
  .extend({ isSignedIn: z.boolean(), canSignIn: z.boolean() })
export type LoginShown = z.output<typeof loginShown>

/** What a channel is set to, without its passwords. Form and API channels have nothing to set yet. */
export const channelConfigShown = z.object({
  address: z.string().nullable(),
  displayName: z.string().nullable(),
  imap: serverShown.extend({ mailbox: z.string() }).nullable(),
  smtp: serverShown.nullable(),
  trustedAuthservId: z.string().nullable(),
  /** Null where it logs in by password. */
  login: loginShown.nullable(),
})

export const channelShown = z.object({
  channelId: z.string(),
  kind: z.enum(['mail', 'form', 'api']),
  name: z.string(),
  state: z.enum(['starting', 'working', 'failing', 'off']),
  stateDetail: z.string().nullable(),
  stateSince: time,
  readAt: time.nullable(),
  config: channelConfigShown,
})
export type ChannelShown = z.output<typeof channelShown>

/** `returnUrl`: where providers of token logins send a browser back to, to be registered with them. `mailDoors`: where mail servers hand mail over. */
export const channelList = z.object({
  channels: z.array(channelShown),
  returnUrl: z.string(),
  mailDoors: z.array(z.string()),
})
export const channelParams = z.object({ channelId: z.uuid() })
export const madeChannel = z.object({ channelId: z.string() })

const checked = z.object({ ok: z.boolean(), words: z.string() })
export const mailChecked = z.object({ imap: checked, smtp: checked })
export type MailChecked = z.output<typeof mailChecked>
/** Checking settings of a channel that exists uses its stored passwords where none are given. */
export const mailCheckBody = mailChannelBody.extend({ channelId: z.uuid().nullable().default(null) })
export const signInStart = z.object({ url: z.string() })
/** What the provider put into the address that the browser came back by: a code, or why there is none. */
export const signInReturn = z.strictObject({
  state: z.string().min(1).max(300),
  code: z.string().max(4000).nullable(),
  error: z.string().max(300).nullable(),
})
export type SignInReturn = z.output<typeof signInReturn>
export const channelDone = z.object({ done: z.literal(true) })
