// Sends one letter by SMTP and says what became of it. The Message-ID is made before, so that a second try is the same letter.
import { Readable } from 'node:stream'
import { Refusal } from '../../../shared/errors.ts'
import type { AccessTokens, Io, Outbound, SendResult } from '../channel.ts'
import { explainFailure } from './explain-failure.ts'
import type { MailConfig } from './mail.schema.ts'
import { isPlainAddress } from './read-addresses.ts'
import { asked, endLine, type Line, openLine, type SmtpLines } from './smtp-lines.ts'
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
export async function sendMail(
  lines: SmtpLines,
  config: MailConfig,
  out: Outbound,
  key: string,
  io: Io,
): Promise<SendResult> {
  const fault = whyNot(out, key)
  if (fault !== null) return { kind: 'refused', why: fault }
  const bytes = await compose(config, out, key, io.now())
  if (io.postBox) {
    await io.postBox.keep(key, out.to.address, bytes)
    return { kind: 'sent', externalId: key, detail: 'kept in the sample post box', notTaken: [] }
  }
  const from = out.bounceAddress ?? out.replyAddress ?? config.address
  const envelope = { from, to: [out.to.address, ...(out.copies ?? [])], size: bytes.length }
  return await deliver(lines, config, { envelope, bytes, key }, io)
}

/** What must not even be tried. Addresses with quoted local parts have sent mail to somebody else before. */
function whyNot(out: Outbound, key: string): string | null {
  if (!messageId.test(key)) throw new Refusal('invalid', 'A letter is sent under its own Message-ID.')
  for (const address of [out.to.address, ...(out.copies ?? []), out.replyAddress, out.bounceAddress]) {
    if (address !== undefined && !isPlainAddress(address))
      return `${storableLine(address, 100)} is not an address we can write to.`
  }
  return null
}

/** The letter as bytes. Every header is one line: what comes from outside is flattened before it gets there. */
async function compose(config: MailConfig, out: Outbound, key: string, now: Date): Promise<Buffer> {
  const answers = [out.thread.replyTo].filter((id) => id !== null && anyMessageId.test(id))
  const references = out.thread.references.filter((id) => anyMessageId.test(id)).slice(-50)
  const { default: MailComposer } = await import('nodemailer/lib/mail-composer')
  const composer = new MailComposer({
    messageId: key,
    date: now,
    from: { name: storableLine(config.displayName, 200), address: out.replyAddress ?? config.address },
    to: { name: storableLine(out.to.name ?? '', 200), address: out.to.address },
    ...(out.copies === undefined || out.copies.length === 0 ? {} : { cc: [...out.copies] }),
    subject: storableLine(out.subject, 500),
    text: out.text.toWellFormed(),
    ...(out.html === undefined ? {} : { html: out.html.toWellFormed() }),
    ...(answers[0] == null ? {} : { inReplyTo: answers[0] }),
    ...(references.length === 0 ? {} : { references: [...references] }),
    headers: headersOf(out),
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

/** A letter that one can unsubscribe from answers nothing: it was made by a program of its own accord (RFC 3834). One click needs https (RFC 8058). */
function headersOf({ isAutomatic, unsubscribeUrl }: Outbound): Record<string, string> {
  const silent = { 'X-Auto-Response-Suppress': 'All' }
  if (unsubscribeUrl === undefined) return isAutomatic ? { 'Auto-Submitted': 'auto-replied', ...silent } : {}
  const oneClick = unsubscribeUrl.startsWith('https:') ? { 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' } : {}
  return { 'Auto-Submitted': 'auto-generated', ...silent, 'List-Unsubscribe': `<${unsubscribeUrl}>`, ...oneClick }
}

interface Envelope {
  readonly from: string
  readonly to: string[]
  readonly size: number
}

interface Letter {
  readonly envelope: Envelope
  readonly bytes: Buffer
  readonly key: string
}

/**
 * On a line that waits, if there is one. Whatever goes wrong on that before the letter is handed over may be the line's fault: the server may
 * have hung up or have had enough of it. So the letter goes once more, on a line of its own, and only what is said there counts.
 */
async function deliver(lines: SmtpLines, config: MailConfig, letter: Letter, io: Io): Promise<SendResult> {
  const used = lines.take(config.smtp, tokensFor(config, io))
  if (used) {
    const first = await handOver(lines, used, letter, io.signal)
    if ('taken' in first) return outcome(letter, first.taken)
    if (first.isHandedOver || io.signal.aborted) return judge(config, letter.key, first.error, first.isHandedOver)
  }
  let line: Line
  try {
    line = await openLine(config.smtp, io.tokens, io.signal)
  } catch (error) {
    return judge(config, letter.key, error, false)
  }
  const end = await handOver(lines, line, letter, io.signal)
  return 'taken' in end ? outcome(letter, end.taken) : judge(config, letter.key, end.error, end.isHandedOver)
}

/** Where a server knows no users, nobody logs in. */
const tokensFor = ({ smtp }: MailConfig, { tokens }: Io): AccessTokens | null => (smtp.user === null ? null : tokens)

/** What the server took, and of whom it did not. */
interface Taken {
  readonly response: string
  readonly rejected?: readonly string[] | undefined
  readonly rejectedErrors?: readonly { readonly response?: string | undefined }[] | undefined
}

/** A letter that its addressee is refused has not been sent, whoever got a copy; it is not tried again, as they would get another. */
function outcome({ envelope, key }: Letter, { response, rejected = [], rejectedErrors = [] }: Taken): SendResult {
  const [addressee = ''] = envelope.to
  if (rejected.includes(addressee)) {
    const why = storableLine(rejectedErrors[rejected.indexOf(addressee)]?.response ?? 'refused', 400)
    return { kind: 'refused', why: envelope.to.length > 1 ? `${why} Copies may have arrived.` : why }
  }
  return { kind: 'sent', externalId: key, detail: storableLine(response, 500), notTaken: [...rejected] }
}

type End = { readonly taken: Taken } | { readonly error: unknown; readonly isHandedOver: boolean }

/** How far it got decides what a broken connection means: before the last byte was handed over, nothing was accepted. */
async function handOver(lines: SmtpLines, line: Line, { envelope, bytes }: Letter, signal: AbortSignal): Promise<End> {
  const { connection } = line
  const close = (): void => {
    connection.close()
  }
  let isHandedOver = false
  const stream = new Readable({
    read() {
      this.push(bytes)
      this.push(null)
      isHandedOver = true
    },
  })
  signal.addEventListener('abort', close, { once: true })
  if (signal.aborted) close()
  try {
    const taken = await asked<Taken>(connection, (done) => {
      // It writes into what it is given.
      connection.send({ ...envelope }, stream, done)
    })
    lines.giveBack(line)
    return { taken }
  } catch (error) {
    connection.close()
    return { error, isHandedOver }
  } finally {
    signal.removeEventListener('abort', close)
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
  if (io.postBox) return
  try {
    endLine(await openLine(config.smtp, io.tokens, io.signal))
  } catch (error) {
    throw explainFailure('mail server', config.smtp, config.smtp.user ?? config.address, error)
  }
}
