// A mail channel's settings as stored (passwords sealed apart), as filled in, and as the adapter wants them.
import { seal, unseal } from '../../platform/access/seal.ts'
import type { House } from '../../platform/context/house.ts'
import type { MailChannelBody } from './channel.schema.ts'
import type { ChannelRow } from './channel.sql.ts'
import { sampleMark } from './sample-company.ts'
import { type TokenLogin, tokenLoginOf } from './token-login/token-login.rules.ts'

interface Passwords {
  readonly imap: string
  readonly smtp: string | null
  /** Of the client that a token login is asked for as; empty where there is none. */
  readonly client: string
}

export interface StoredSettings {
  readonly config: Readonly<Record<string, unknown>>
  readonly secret: Buffer
}

export type Mailbox = Pick<ChannelRow, 'config' | 'secret'>

const none: Passwords = { imap: '', smtp: null, client: '' }

/** Passwords left out keep their earlier value; a server without user needs none, and nor does one that wants a token. */
export function storedSettings(house: House, body: MailChannelBody, earlier: Mailbox | null): StoredSettings {
  const passwords = passwordsOf(house, body, earlier)
  const { address, displayName, trustedAuthservId } = body
  const imap = body.imap && withoutPassword(body.imap)
  const smtp = withoutPassword(body.smtp)
  const config = {
    ...earlier?.config,
    ...(house.postBox ? sampleMark : {}),
    address,
    displayName,
    imap,
    smtp,
    trustedAuthservId,
    login: loginOf(house, body, earlier),
  }
  const sealed = seal(house.sealingKey, Buffer.from(JSON.stringify(passwords), 'utf8'), house.secrets)
  return { config, secret: Buffer.from(sealed) }
}

function withoutPassword<Server extends { readonly password: unknown }>(server: Server): Omit<Server, 'password'> {
  const { password: _password, ...rest } = server
  return rest
}

/** A refresh token that was pasted is a new sign-in. */
function loginOf(house: House, { login }: MailChannelBody, earlier: Mailbox | null): TokenLogin | null {
  if (login?.kind !== 'token') return null
  const { clientSecret: _secret, refreshToken, ...kept } = login
  const there = earlier === null ? null : tokenLoginOf(earlier.config)
  return { ...kept, grantId: refreshToken === null && there ? there.grantId : newGrantId(house) }
}

export const newGrantId = (house: House): string => Buffer.from(house.secrets.bytes(12)).toString('base64url')

function passwordsOf(house: House, body: MailChannelBody, earlier: Mailbox | null): Passwords {
  const known = earlier?.secret ? openPasswords(house, earlier.secret) : none
  if (body.login?.kind === 'token') return { ...none, client: body.login.clientSecret ?? known.client }
  const usesSmtpUser = body.smtp.user !== null
  const smtp = usesSmtpUser ? (body.smtp.password ?? known.smtp) : null
  return { imap: body.imap?.password ?? known.imap, smtp, client: '' }
}

/** Of channels before there were token logins, `client` is absent. */
const openPasswords = (house: House, secret: Uint8Array): Passwords => ({
  ...none,
  ...(JSON.parse(Buffer.from(unseal(house.sealingKey, secret)).toString('utf8')) as Partial<Passwords>),
})

/** Empty where it has none. @throws Refusal as adapterSettings */
export const clientSecretOf = (house: House, { secret }: Pick<Mailbox, 'secret'>): string =>
  secret ? openPasswords(house, secret).client : ''

/** Settings with passwords, for the adapter's own `parseConfig`. Never logged, never answered.
 * @throws Refusal('wrong-state') when the passwords were sealed with another key */
export function adapterSettings(house: House, channel: Mailbox): Readonly<Record<string, unknown>> {
  const passwords = channel.secret ? openPasswords(house, channel.secret) : none
  const { imap, smtp } = channel.config as { imap?: object | null; smtp?: object }
  const reading = imap === null ? null : { ...imap, password: passwords.imap }
  return { ...channel.config, imap: reading, smtp: { ...smtp, password: passwords.smtp } }
}
