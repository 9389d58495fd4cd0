// A mail channel's settings as stored (passwords sealed apart), as filled in, and as the adapter wants them.
import { seal, unseal } from '../../platform/access/seal.ts'
import type { House } from '../../platform/context/house.ts'
import type { MailChannelBody } from './channel.schema.ts'
import type { ChannelRow } from './channel.sql.ts'
import { sampleMark } from './sample-company.ts'

interface Passwords {
  readonly imap: string
  readonly smtp: string | null
}

export interface StoredSettings {
  readonly config: Readonly<Record<string, unknown>>
  readonly secret: Buffer
}

export type Mailbox = Pick<ChannelRow, 'config' | 'secret'>

/** Passwords left out keep their earlier value; a server without user needs none. */
export function storedSettings(house: House, body: MailChannelBody, earlier: Mailbox | null): StoredSettings {
  const passwords = passwordsOf(house, body, earlier)
  const { address, displayName, trustedAuthservId } = body
  const { password: _imap, ...imap } = body.imap
  const { password: _smtp, ...smtp } = body.smtp
  const config = {
    ...earlier?.config,
    ...(house.postBox ? sampleMark : {}),
    address,
    displayName,
    imap,
    smtp,
    trustedAuthservId,
  }
  const sealed = seal(house.sealingKey, Buffer.from(JSON.stringify(passwords), 'utf8'), house.secrets)
  return { config, secret: Buffer.from(sealed) }
}

function passwordsOf(house: House, body: MailChannelBody, earlier: Mailbox | null): Passwords {
  const usesSmtpUser = body.smtp.user !== null
  const needsEarlier = body.imap.password === null || (usesSmtpUser && body.smtp.password === null)
  const known = needsEarlier && earlier?.secret ? openPasswords(house, earlier.secret) : { imap: '', smtp: '' }
  return { imap: body.imap.password ?? known.imap, smtp: usesSmtpUser ? (body.smtp.password ?? known.smtp) : null }
}

const openPasswords = (house: House, secret: Uint8Array): Passwords =>
  JSON.parse(Buffer.from(unseal(house.sealingKey, secret)).toString('utf8')) as Passwords

/** Settings with passwords, for the adapter's own `parseConfig`. Never logged, never answered.
 * @throws Refusal('wrong-state') when the passwords were sealed with another key */
export function adapterSettings(house: House, channel: Mailbox): Readonly<Record<string, unknown>> {
  const passwords = channel.secret ? openPasswords(house, channel.secret) : { imap: '', smtp: null }
  const { imap, smtp } = channel.config as { imap?: object; smtp?: object }
  return { ...channel.config, imap: { ...imap, password: passwords.imap }, smtp: { ...smtp, password: passwords.smtp } }
}
