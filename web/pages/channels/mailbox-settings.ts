// A mailbox as it is filled in: what the form starts with, and what goes to the server.
import { mailServersOf, type Provider, providers } from '../../../src/hear/channels/token-login/token-login.rules.ts'
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

export type Way = 'password' | Provider
export const ways: readonly Way[] = ['password', ...providers]

export interface LoginFields {
  readonly way: Way
  readonly clientId: string
  /** Empty keeps the stored one, where there is one; so does `refreshToken`. */
  readonly clientSecret: string
  readonly authorizeUrl: string
  readonly tokenUrl: string
  readonly scope: string
  readonly refreshToken: string
}

/** How mail comes in. */
export type Arrival = 'fetched' | 'handed'
export const arrivals: readonly Arrival[] = ['fetched', 'handed']

export interface MailboxFields {
  readonly name: string
  readonly address: string
  readonly displayName: string
  readonly arrival: Arrival
  readonly imap: ServerFields
  readonly mailbox: string
  readonly smtp: ServerFields
  readonly trustedAuthservId: string
  readonly login: LoginFields
}

export function fieldsOf(channel: ChannelShown | null): MailboxFields {
  const config = channel?.config
  return {
    name: channel?.name ?? '',
    address: config?.address ?? '',
    displayName: config?.displayName ?? '',
    arrival: channel !== null && config?.imap === null ? 'handed' : 'fetched',
    imap: serverOf(config?.imap ?? null, '993', 'tls'),
    mailbox: config?.imap?.mailbox ?? 'INBOX',
    smtp: serverOf(config?.smtp ?? null, '465', 'tls'),
    trustedAuthservId: config?.trustedAuthservId ?? '',
    login: loginOf(config?.login ?? null),
  }
}

function loginOf(shown: ChannelShown['config']['login']): LoginFields {
  return {
    way: shown?.provider ?? 'password',
    clientId: shown?.clientId ?? '',
    clientSecret: '',
    authorizeUrl: shown?.authorizeUrl ?? '',
    tokenUrl: shown?.tokenUrl ?? '',
    scope: shown?.scope ?? '',
    refreshToken: '',
  }
}

/** With another way to log in: the provider's own mail servers are filled in where none stand yet. */
export function withLogin(fields: MailboxFields, login: LoginFields): MailboxFields {
  const { way } = login
  if (way === fields.login.way || way === 'password' || way === 'other') return { ...fields, login }
  const filled = (side: 'imap' | 'smtp'): ServerFields => {
    if (fields[side].host !== '') return fields[side]
    const { host, port, security } = mailServersOf[way][side]
    return { host, port: String(port), security, user: fields[side].user || fields.address, password: '' }
  }
  return { ...fields, login, imap: filled('imap'), smtp: filled('smtp') }
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
    imap:
      fields.arrival === 'handed'
        ? null
        : {
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
    login: loginBody(fields.login),
  }
}

function loginBody({ way, ...login }: LoginFields): MailChannelBody['login'] {
  if (way === 'password') return { kind: 'password' }
  const isOther = way === 'other'
  return {
    kind: 'token',
    provider: way,
    clientId: login.clientId,
    clientSecret: login.clientSecret === '' ? null : login.clientSecret,
    authorizeUrl: isOther ? orNull(login.authorizeUrl) : null,
    tokenUrl: isOther ? orNull(login.tokenUrl) : null,
    scope: isOther ? orNull(login.scope) : null,
    refreshToken: orNull(login.refreshToken),
  }
}
