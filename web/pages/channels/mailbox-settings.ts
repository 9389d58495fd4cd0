// A mailbox as it is filled in: what the form starts with, and what goes to the server.
import type { ChannelShown, MailChannelBody } from './channel-queries.ts'

export type Security = 'tls' | 'starttls' | 'none'
export const securities: readonly Security[] = ['tls', 'starttls', 'none']

export interface ServerFields {
  readonly host: string
  readonly port: string
  readonly security: Security
  readonly user: string
  /** Empty keeps the stored one, where there is one. */
  readonly password: string
}

export interface MailboxFields {
  readonly name: string
  readonly address: string
  readonly displayName: string
  readonly imap: ServerFields
  readonly mailbox: string
  readonly smtp: ServerFields
  readonly trustedAuthservId: string
}

export function fieldsOf(channel: ChannelShown | null): MailboxFields {
  const config = channel?.config
  return {
    name: channel?.name ?? '',
    address: config?.address ?? '',
    displayName: config?.displayName ?? '',
    imap: serverOf(config?.imap ?? null, '993', 'tls'),
    mailbox: config?.imap?.mailbox ?? 'INBOX',
    smtp: serverOf(config?.smtp ?? null, '465', 'tls'),
    trustedAuthservId: config?.trustedAuthservId ?? '',
  }
}

function serverOf(shown: ChannelShown['config']['smtp'], port: string, security: Security): ServerFields {
  if (!shown) return { host: '', port, security, user: '', password: '' }
  return { host: shown.host, port: String(shown.port), security: shown.security, user: shown.user ?? '', password: '' }
}

const orNull = (text: string): string | null => (text.trim() === '' ? null : text.trim())

export function bodyOf(fields: MailboxFields): MailChannelBody {
  const { imap, smtp } = fields
  return {
    name: fields.name.trim() || fields.address.trim(),
    address: fields.address,
    displayName: fields.displayName,
    imap: {
      host: imap.host.trim(),
      port: Number(imap.port),
      security: imap.security,
      user: imap.user,
      password: imap.password === '' ? null : imap.password,
      mailbox: fields.mailbox,
    },
    smtp: {
      host: smtp.host.trim(),
      port: Number(smtp.port),
      security: smtp.security,
      user: orNull(smtp.user),
      password: smtp.password === '' ? null : smtp.password,
    },
    trustedAuthservId: orNull(fields.trustedAuthservId),
  }
}
