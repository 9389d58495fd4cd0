// Logging in to a mailbox by token: what is known of the providers, where somebody is sent to sign in, what a refresh token may be used for, and when
// the next access token is asked for. Asks nobody.

export type Provider = 'google' | 'microsoft' | 'other'
export const providers: readonly Provider[] = ['google', 'microsoft', 'other']

/** As it is kept in a channel's settings. Addresses and scope are null where the provider's own are meant. */
export interface TokenLogin {
  readonly kind: 'token'
  readonly provider: Provider
  readonly clientId: string
  readonly authorizeUrl: string | null
  readonly tokenUrl: string | null
  readonly scope: string | null
  /** Another one for every sign-in, so that whoever reads the mailbox starts again with it. */
  readonly grantId: string
}

export interface Endpoints {
  /** Null: there is no page to sign in at. */
  readonly authorizeUrl: string | null
  readonly tokenUrl: string
  readonly scope: string | null
}

/** As the providers document them: developers.google.com/gmail/imap/xoauth2-protocol and learn.microsoft.com, "Authenticate an IMAP, POP or SMTP
 * connection using OAuth". */
const known = {
  google: {
    authorizeUrl: 'https://accounts.google.com/o/oauth2/v2/auth',
    tokenUrl: 'https://oauth2.googleapis.com/token',
    scope: 'https://mail.google.com/',
  },
  microsoft: {
    authorizeUrl: 'https://login.microsoftonline.com/common/oauth2/v2.0/authorize',
    tokenUrl: 'https://login.microsoftonline.com/common/oauth2/v2.0/token',
    scope: 'https://outlook.office.com/IMAP.AccessAsUser.All https://outlook.office.com/SMTP.Send offline_access',
  },
} as const satisfies Record<Exclude<Provider, 'other'>, Endpoints>

/** Their mail servers, to fill in. */
export const mailServersOf = {
  google: {
    imap: { host: 'imap.gmail.com', port: 993, security: 'tls' },
    smtp: { host: 'smtp.gmail.com', port: 465, security: 'tls' },
  },
  microsoft: {
    imap: { host: 'outlook.office365.com', port: 993, security: 'tls' },
    smtp: { host: 'smtp.office365.com', port: 587, security: 'starttls' },
  },
} as const

export function endpointsOf(login: Pick<TokenLogin, 'provider' | 'authorizeUrl' | 'tokenUrl' | 'scope'>): Endpoints {
  if (login.provider !== 'other') return known[login.provider]
  return { authorizeUrl: login.authorizeUrl, tokenUrl: login.tokenUrl ?? '', scope: login.scope }
}

/** How a channel's settings say that it logs in by token; null where it logs in by password. */
export const tokenLoginOf = (config: Readonly<Record<string, unknown>>): TokenLogin | null =>
  (config['login'] as TokenLogin | null | undefined) ?? null

interface Server {
  readonly host?: string
  readonly user?: string | null
}

/**
 * What a refresh token was given for: the token server and client that may use it, and the mail servers that its access tokens are shown to. One of
 * another purpose is never sent anywhere, so that changed settings lead no secret to another server.
 */
export function purposeOf(config: Readonly<Record<string, unknown>>): string {
  const login = tokenLoginOf(config)
  const [imap, smtp] = [config['imap'] as Server | undefined, config['smtp'] as Server | undefined]
  return JSON.stringify([
    ...[login === null ? null : endpointsOf(login).tokenUrl, login?.clientId ?? null],
    ...[imap?.host ?? null, imap?.user ?? null, smtp?.host ?? null, smtp?.user ?? null],
  ])
}

export interface SignInWish {
  readonly login: TokenLogin
  /** Where the browser comes back to, as registered with the provider. */
  readonly redirectUrl: string
  readonly state: string
  /** Of PKCE (RFC 7636), by S256. */
  readonly challenge: string
  /** Whose mailbox it is, so that the provider's page offers that account. */
  readonly user: string
}

/** Where somebody is sent to sign in (RFC 6749, section 4.1.1); null where there is no such page. */
export function signInAddress({ login, redirectUrl, state, challenge, user }: SignInWish): string | null {
  const { authorizeUrl, scope } = endpointsOf(login)
  if (authorizeUrl === null) return null
  const address = new URL(authorizeUrl)
  const asked = {
    ...{ response_type: 'code', client_id: login.clientId, redirect_uri: redirectUrl, state },
    ...{ code_challenge: challenge, code_challenge_method: 'S256', login_hint: user },
    ...(scope === null ? {} : { scope }),
    // Google gives a refresh token only so, and on the first consent alone unless it is asked for anew.
    ...(login.provider === 'google' ? { access_type: 'offline', prompt: 'consent' } : {}),
  }
  for (const [name, value] of Object.entries(asked)) address.searchParams.set(name, value)
  return address.href
}

/** For how long a sign-in may be on its way. */
export const signInMs = 10 * 60_000

const marginMs = 60_000
/** Of a server that does not say how long a token holds (RFC 6749, section 5.1 only recommends it). */
const usualMs = 5 * 60_000

/** Until when an access token is used, in ms since 1970: a minute before it ends. @param seconds `expires_in` */
export const usedUntil = (now: number, seconds: number | null): number =>
  now + (seconds === null ? usualMs : seconds * 1000) - marginMs

/** After so many failures in a row, how long nobody asks again: 1 s, 2 s, 4 s … 5 min, each between half and whole. @param chance in [0, 1) */
export const askAgainMs = (failures: number, chance: number): number =>
  Math.min(1000 * 2 ** (failures - 1), 300_000) * (0.5 + chance / 2)
