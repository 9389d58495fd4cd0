// Why a mail server could not be used, in a sentence that a tired administrator understands, and whether trying again can help.
import { OutsideFailure } from '../../../shared/errors.ts'

interface Server {
  readonly host: string
  readonly port: number
  readonly security: 'tls' | 'starttls' | 'none'
}

/** The fields that imapflow, nodemailer and node put on their errors. */
interface Told {
  readonly code?: unknown
  readonly originalCode?: unknown
  readonly message?: unknown
  readonly responseText?: unknown
  readonly response?: unknown
  readonly authenticationFailed?: unknown
  readonly mailboxMissing?: unknown
  readonly serverResponseCode?: unknown
  readonly tlsFailed?: unknown
}

const text = (value: unknown): string => (typeof value === 'string' ? value : '')

/** Only ASCII words of what the server said, short: it is shown on a screen. */
const quote = (value: unknown): string => {
  const said = text(value)
    .replace(/[^\x20-\x7e]+/g, ' ')
    .trim()
    .slice(0, 200)
  return said === '' ? '' : ` It said: ${said}`
}

/**
 * `system` is `mailbox` (IMAP) or `mail server` (SMTP). Wrong passwords and missing mailboxes are for a person to mend
 * (`retry` false: more tries would lock the account); all else may pass by itself.
 */
export function explainFailure(
  system: 'mailbox' | 'mail server',
  server: Server,
  user: string,
  error: unknown,
): OutsideFailure {
  if (error instanceof OutsideFailure) return error
  const told: Told = typeof error === 'object' && error !== null ? error : {}
  const at = `${server.host}:${String(server.port)}`
  const failure = (words: string, retry: boolean) => new OutsideFailure(system, words, retry, error)
  if (isLoginRefused(told)) {
    if (isPassing(told))
      return failure(`${at} cannot check logins just now; we try again.${quote(told.response)}`, true)
    return failure(
      `${at} refused the user name or password of ${user}. Check both; some providers want an app password.${quote(told.response)}`,
      false,
    )
  }
  if (told.mailboxMissing === true || told.serverResponseCode === 'NONEXISTENT') {
    return failure(`${at} has no such mailbox for ${user}. Check its name.${quote(told.responseText)}`, false)
  }
  const network = explainNetwork(told, server)
  if (network !== null) return failure(network, true)
  return failure(
    `${at} did not do what it was asked; we try again.${quote(told.responseText) || quote(told.response) || quote(told.message)}`,
    true,
  )
}

const isLoginRefused = (told: Told): boolean => told.authenticationFailed === true || told.code === 'EAUTH'
const isPassing = (told: Told): boolean =>
  /UNAVAILABLE|INUSE|LIMIT|^4\d\d/i.test(text(told.serverResponseCode) + text(told.response))

/** As explainFailure, of a login by token: null where it is another failure, or one that passes by itself. */
export function explainTokenRefusal(
  system: 'mailbox' | 'mail server',
  server: Server,
  user: string,
  error: unknown,
): OutsideFailure | null {
  if (error instanceof OutsideFailure) return null
  const told: Told = typeof error === 'object' && error !== null ? error : {}
  const at = `${server.host}:${String(server.port)}`
  const failure = (words: string) => new OutsideFailure(system, words, false, error)
  if (isLoginRefused(told) && !isPassing(told))
    return failure(
      `${at} refused the token for ${user}. Sign in again, as ${user}; whoever runs the mailbox may have to allow programs there.${quote(told.response)}`,
    )
  if (text(told.message) === 'Unsupported authentication mechanism')
    return failure(`${at} offers no login by token. Use a password there.`)
  return null
}

const certificateCodes = /^(CERT_|DEPTH_ZERO_|SELF_SIGNED_|UNABLE_TO_|ERR_TLS_CERT)/

function explainNetwork(told: Told, server: Server): string | null {
  const codes = [told.originalCode, told.code].map(text)
  const message = text(told.message)
  const is = (...names: readonly string[]) => names.some((name) => codes.includes(name))
  const at = `${server.host}:${String(server.port)}`
  if (is('ENOTFOUND', 'EAI_AGAIN', 'EDNS') || message.includes('ENOTFOUND'))
    return `There is no host ${server.host}, or its name cannot be looked up now. Check its spelling.`
  if (is('ECONNREFUSED') || message.includes('ECONNREFUSED'))
    return `Nothing answers at ${at}. The port may be wrong, or the server is down.`
  if (is('EHOSTUNREACH', 'ENETUNREACH')) return `There is no way to ${server.host} in the network.`
  if (codes.some((code) => certificateCodes.test(code)) || /certificate/i.test(message)) {
    return `The certificate of ${server.host} is not valid for it or not known: ${message.slice(0, 200)}. Nothing was sent to it.`
  }
  if (is('ERR_SSL_WRONG_VERSION_NUMBER', 'EPROTO') || /wrong version number|packet length too long/i.test(message)) {
    return `${at} does not speak TLS from the start. Choose STARTTLS, or the TLS port (993 for IMAP, 465 for sending).`
  }
  if (told.tlsFailed === true || is('ETLS') || /STARTTLS/i.test(message))
    return `${at} offers no encryption by STARTTLS. Choose TLS or another port. Nothing was sent to it.`
  if (is('CONNECT_TIMEOUT', 'GREETING_TIMEOUT', 'UPGRADE_TIMEOUT', 'ETIMEOUT', 'ETIMEDOUT'))
    return `${at} does not answer. A firewall may be in between, or the security setting does not fit the port.`
  if (
    is(
      'ECONNRESET',
      'EPIPE',
      'NoConnection',
      'EConnectionClosed',
      'ClosedAfterConnectTLS',
      'ClosedAfterConnectText',
      'ECONNECTION',
      'ESOCKET',
    )
  )
    return `${at} closed the connection.`
  return null
}
