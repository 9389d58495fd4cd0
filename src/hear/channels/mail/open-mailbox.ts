// One connection to a mailbox, opened read-only: reading changes nothing on the server, not even what counts as unread.
import type { ImapFlow, MailboxObject } from 'imapflow'
import type { Io } from '../channel.ts'
import { explainFailure, explainTokenRefusal } from './explain-failure.ts'
import type { ImapConfig } from './mail.schema.ts'

export interface OpenMailbox {
  readonly client: ImapFlow
  readonly mailbox: MailboxObject
}

type Auth = { readonly pass: string } | { readonly accessToken: string }

/** Throws `OutsideFailure` with a sentence. The caller closes the client, also after an abort. */
export async function openMailbox(config: ImapConfig, io: Io): Promise<OpenMailbox> {
  const { imap } = config
  try {
    if (io.tokens === null) return await logIn(config, io, { pass: imap.password })
    const accessToken = await io.tokens.get(null)
    try {
      return await logIn(config, io, { accessToken })
    } catch (error) {
      if (explainTokenRefusal('mailbox', imap, imap.user, error) === null) throw error
    }
    // It may have been taken back before its time: the next one counts.
    return await logIn(config, io, { accessToken: await io.tokens.get(accessToken) })
  } catch (error) {
    const refusal = io.tokens && explainTokenRefusal('mailbox', imap, imap.user, error)
    throw refusal ?? explainFailure('mailbox', imap, imap.user, error)
  }
}

async function logIn(config: ImapConfig, io: Io, auth: Auth): Promise<OpenMailbox> {
  const { imap } = config
  // Loaded with the first mailbox, as a desk that starts has to be open first.
  const { ImapFlow } = await import('imapflow')
  const client = new ImapFlow({
    host: imap.host,
    port: imap.port,
    secure: imap.security === 'tls',
    ...(imap.security === 'tls' ? {} : { doSTARTTLS: imap.security === 'starttls' }),
    auth: { user: imap.user, ...auth },
    tls: { ...(imap.certificate === undefined ? {} : { ca: imap.certificate }), rejectUnauthorized: true },
    logger: false,
    clientInfo: { name: 'Amends' },
    disableAutoIdle: true,
    connectionTimeout: 30_000,
    socketTimeout: 120_000,
    // A server that announces one size and sends another must not fill our memory.
    maxLiteralSize: config.maxBytes * 2,
    maxLineLength: 50_000_000,
    maxResponseSize: config.maxBytes * 3,
  })
  // Without a listener an error would end the process; what matters of it comes through the call that failed.
  client.on('error', (error) => {
    io.log.info({ error: error.message, host: imap.host }, 'The connection to the mailbox failed')
  })
  const close = () => {
    client.close()
  }
  io.signal.addEventListener('abort', close, { once: true })
  client.once('close', () => {
    io.signal.removeEventListener('abort', close)
  })
  try {
    await client.connect()
    return { client, mailbox: await client.mailboxOpen(imap.mailbox, { readOnly: true }) }
  } catch (error) {
    // After a failed login the socket would stay open for about a minute.
    client.close()
    throw error
  }
}
