// Secrets that are stored are never sent to another server than the one they were given for: where one has changed, they are to be entered again.
import type { House } from '../../platform/context/house.ts'
import { whyNotOutside } from '../../platform/outside/post-outside.ts'
import { Refusal } from '../../shared/errors.ts'
import type { MailChannelBody } from './channel.schema.ts'
import { clientSecretOf, type Mailbox } from './mail-settings.ts'
import { endpointsOf, tokenLoginOf } from './token-login/token-login.rules.ts'

/** @throws Refusal('invalid') with the fields at fault */
export function refuseForeignServer(house: House, body: MailChannelBody, earlier: Mailbox): void {
  if (body.login?.kind === 'token') refuseForeignClient(house, body.login, earlier)
  else refuseForeignPassword(body, earlier)
}

function refuseForeignPassword(body: MailChannelBody, earlier: Mailbox): void {
  const hadPasswords = tokenLoginOf(earlier.config) === null
  for (const part of ['imap', 'smtp'] as const) {
    const before = earlier.config[part] as { host?: string; user?: string | null } | null | undefined
    const now = body[part]
    if (now === null) continue
    const isSame = hadPasswords && before?.host === now.host && before.user === now.user
    if (now.password === null && now.user !== null && !isSame)
      throw new Refusal('invalid', 'The server or the user has changed: enter the password again.', {
        [`/${part}/password`]: 'is needed for another server or user',
      })
  }
}

type TokenBody = Extract<NonNullable<MailChannelBody['login']>, { readonly kind: 'token' }>

function refuseForeignClient(house: House, login: TokenBody, earlier: Mailbox): void {
  const before = tokenLoginOf(earlier.config)
  const isSame =
    before !== null &&
    endpointsOf(before).tokenUrl === endpointsOf(login).tokenUrl &&
    before.clientId === login.clientId
  if (login.clientSecret === null && !isSame && clientSecretOf(house, earlier) !== '')
    throw new Refusal('invalid', 'The provider or the client has changed: enter its secret again.', {
      '/login/clientSecret': 'is needed for another provider or client',
    })
}

/** Addresses that a browser or a refresh token must not be sent to. @throws Refusal('invalid') */
export function refuseStrangeEndpoints(house: House, { login }: MailChannelBody): void {
  if (login?.kind !== 'token') return
  const { authorizeUrl, tokenUrl } = endpointsOf(login)
  const fields = {
    ...fault('/login/authorizeUrl', authorizeUrl === null ? null : whyNotOutside(authorizeUrl, house.insideHosts)),
    ...fault('/login/tokenUrl', whyNotOutside(tokenUrl, house.insideHosts)),
  }
  if (Object.keys(fields).length > 0)
    throw new Refusal('invalid', 'The addresses of the provider cannot be used.', fields)
}

const fault = (field: string, why: string | null): Record<string, string> => (why === null ? {} : { [field]: why })
