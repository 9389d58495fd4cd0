// Sends one letter by SMTP and says what became of it. The Message-ID is made before, so that a second try is the same letter.
import { Readable } from 'node:stream'
import MailComposer from 'nodemailer/lib/mail-composer'
import SMTPConnection from 'nodemailer/lib/smtp-connection'
import { Refusal } from '../../../shared/errors.ts'
import type { Io, Outbound, SendResult } from '../channel.ts'
import { explainFailure } from './explain-failure.ts'
import type { MailConfig } from './mail.schema.ts'
import { isPlainAddress } from './read-addresses.ts'
import { storableFileName, storableLine } from './storable-text.ts'

const messageId = /^<[A-Za-z0-9._+-]{1,100}@[A-Za-z0-9.-]{1,253}>$/
const anyMessageId = /^<[^<>\s]{1,996}>$/

/** The Message-ID of a letter: its name in the outbox at the domain it is sent from. Store it before sending. */
export const makeMessageId = (name: string, address: string): string =>
  `<${name}@${address.slice(address.lastIndexOf('@') + 1)}>`

/**
 * `key` is the letter's Message-ID, as `makeMessageId` makes it. Never throws for what is outside. `retry`: certainly not
 * sent, may go later. `refused`: will never go as it is. `unknown`: the connection broke after the letter was handed over.
 */
export async function sendMail(config: MailConfig, out: Outbound, key: string, io: Io): Promise<SendResult> {
  const fault = whyNot(out, key)
  if (fault !== null) return { kind: 'refused', why: fault }
  const bytes = await compose(config, out, key, io.now())
  const from = out.bounceAddress ?? out.replyAddress ?? config.address
  return await deliver(config, { from, to: [out.to.address], size: bytes.length }, bytes, key, io)
}

/** What must not even be tried. Addresses with quoted local parts have sent mail to somebody else before. */
function whyNot(out: Outbound, key: string): string | null {
  if (!messageId.test(key)) throw new Refusal('invalid', 'A letter is sent under its own Message-ID.')
  for (const address of [out.to.address, out.replyAddress, out.bounceAddress]) {
    if (address !== undefined && !isPlainAddress(address))
      return `${storableLine(address, 100)} is not an address we can write to.`
  }
  return null
}

/** The letter as bytes. Every header is one line: what comes from outside is flattened before it gets there. */
async function compose(config: MailConfig, out: Outbound, key: string, now: Date): Promise<Buffer> {
  const answers = [out.thread.replyTo].filter((id) => id !== null && anyMessageId.test(id))
  const references = out.thread.references.filter((id) => anyMessageId.test(id)).slice(-50)
  const composer = new MailComposer({
    messageId: key,
    date: now,
    from: { name: storableLine(config.displayName, 200), address: out.replyAddress ?? config.address },
    to: { name: storableLine(out.to.name ?? '', 200), address: out.to.address },
    subject: storableLine(out.subject, 500),
    text: out.text.toWellFormed(),
    ...(out.html === undefined ? {} : { html: out.html.toWellFormed() }),
    ...(answers[0] == null ? {} : { inReplyTo: answers[0] }),
    ...(references.length === 0 ? {} : { references: [...references] }),
    ...(out.isAutomatic ? { headers: { 'Auto-Submitted': 'auto-replied', 'X-Auto-Response-Suppress': 'All' } } : {}),
    attachments: out.attachments.map((file, at) => ({
      filename: storableFileName(file.name, `attachment-${String(at + 1)}`),
      contentType: /^[a-z0-9.+-]+\/[a-z0-9.+-]+$/i.test(file.mediaType) ? file.mediaType : 'application/octet-stream',
      content: Buffer.from(file.bytes),
    })),
    disableFileAccess: true,
    disableUrlAccess: true,
    newline: 'windows',
  })
  return await composer.compile().build()
}

interface Envelope {
  readonly from: string
  readonly to: string[]
  readonly size: number
}

/** How far it got decides what a broken connection means: before the last byte was handed over, nothing was accepted. */
async function deliver(
  config: MailConfig,
  envelope: Envelope,
  bytes: Buffer,
  key: string,
  io: Io,
): Promise<SendResult> {
  const connection = connect(config)
  const close = () => {
    connection.close()
  }
  let isHandedOver = false
  const letter = new Readable({
    read() {
      this.push(bytes)
      this.push(null)
      isHandedOver = true
    },
  })
  io.signal.addEventListener('abort', close, { once: true })
  try {
    await ready(connection, config, io.signal)
    const response = await new Promise<string>((settle, fail) => {
      connection.once('error', fail)
      connection.once('end', () => {
        fail(Object.assign(new Error('closed'), { code: 'ECONNECTION' }))
      })
      connection.send(envelope, letter, (error, info) => {
        if (error === null) settle(info.response)
        else fail(error)
      })
    })
    connection.quit()
    return { kind: 'sent', externalId: key, detail: storableLine(response, 500) }
  } catch (error) {
    connection.close()
    return judge(config, key, error, isHandedOver)
  } finally {
    io.signal.removeEventListener('abort', close)
  }
}

/** 5yz is for ever, 4yz for now; without an answer it depends on how far the letter got. Wrong passwords are mended by people. */
function judge(config: MailConfig, key: string, error: unknown, isHandedOver: boolean): SendResult {
  const { smtp } = config
  const failure = explainFailure('mail server', smtp, smtp.user ?? config.address, error)
  const { responseCode, code, response } = error as { responseCode?: number; code?: string; response?: string }
  const isAboutLetter = code === 'EENVELOPE' || code === 'EMESSAGE'
  if (isAboutLetter && responseCode !== undefined) {
    const said = storableLine(response ?? failure.message, 500)
    return responseCode >= 500 && responseCode !== 503 ? { kind: 'refused', why: said } : { kind: 'retry', why: said }
  }
  // The server did not take it for its size before anything was sent, or the address itself is impossible.
  if (isAboutLetter)
    return { kind: 'refused', why: storableLine(error instanceof Error ? error.message : 'refused', 500) }
  if (isHandedOver)
    return {
      kind: 'unknown',
      externalId: key,
      why: `${failure.message} The letter had been handed over: it may have been sent.`,
    }
  return { kind: 'retry', why: failure.message }
}

/** Whether we could send, without sending. Throws `OutsideFailure`. */
export async function trySending(config: MailConfig, io: Io): Promise<void> {
  const connection = connect(config)
  try {
    await ready(connection, config, io.signal)
    connection.quit()
  } catch (error) {
    connection.close()
    throw explainFailure('mail server', config.smtp, config.smtp.user ?? config.address, error)
  }
}

function connect({ smtp }: MailConfig): SMTPConnection {
  const connection = new SMTPConnection({
    host: smtp.host,
    port: smtp.port,
    secure: smtp.security === 'tls',
    requireTLS: smtp.security === 'starttls',
    ignoreTLS: smtp.security === 'none',
    tls: { ...(smtp.certificate === undefined ? {} : { ca: smtp.certificate }), rejectUnauthorized: true },
    connectionTimeout: 30_000,
    greetingTimeout: 30_000,
    socketTimeout: 120_000,
  })
  // What matters of an error comes through the call that failed; without a listener it would end the process.
  connection.on('error', () => undefined)
  return connection
}

/** Connected, and logged in where the server is used with a password. */
async function ready(connection: SMTPConnection, { smtp }: MailConfig, signal: AbortSignal): Promise<void> {
  await new Promise<void>((settle, fail) => {
    connection.once('error', fail)
    connection.once('end', () => {
      fail(Object.assign(new Error(signal.aborted ? 'stopped' : 'closed'), { code: 'ECONNECTION' }))
    })
    connection.connect((failed) => {
      if (failed !== undefined) {
        fail(failed)
        return
      }
      if (smtp.user === null) {
        settle()
        return
      }
      connection.login({ user: smtp.user, pass: smtp.password ?? '' }, (error) => {
        if (error === null) settle()
        else fail(error)
      })
    })
  })
}
