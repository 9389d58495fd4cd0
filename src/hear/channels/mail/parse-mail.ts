// Raw mail → Inbound. Pure and repeatable, for hostile bytes: every length is bounded. Call it through intake/parse-pool.ts.
import PostalMime from 'postal-mime'
import type { Attachment as MimePart, Email } from 'postal-mime'
import type { Attachment, Author, Inbound, InboundKind, MachineVerdict, RawRecord } from '../channel.ts'
import { readDeliveryReport } from './delivery-report.ts'
import { readForwarded } from './forwarded-mail.ts'
import { htmlAsText } from './html-as-text.ts'
import { judgeMachineMail } from './machine-mail.ts'
import { readAddresses } from './read-addresses.ts'
import { reportedSenders } from './reported-mail.ts'
import { storableFileName, storableLine, storableText } from './storable-text.ts'
import { visibleText } from './visible-text.ts'

/** The mail passes a limit: it goes to quarantine with these words, and its raw bytes stay. */
export class MailTooMuch extends Error {}

const most = {
  text: 1_000_000,
  html: 2_000_000,
  attachments: 200,
  references: 200,
  verdicts: 10,
  named: 100,
  sentBefore: 31 * 86_400_000,
}

/** Throws `MailTooMuch` where the structure passes a limit or where only headers were fetched; nothing else is expected to throw. */
export async function parseMail(raw: RawRecord): Promise<Inbound> {
  if (raw.mediaType.startsWith('text/rfc822-headers'))
    throw new MailTooMuch(raw.proof.detail ?? 'The mail is larger than this channel reads.')
  const mail = await readMime(withLines(raw.bytes))
  const cut: string[] = []
  const values = (key: string) => mail.headers.filter((header) => header.key === key).map((header) => header.value)
  const subject = mail.subject === undefined ? null : storableLine(mail.subject, 1000)
  const machine = judgeMachineMail(mail.headers, subject ?? '')
  const attachments = readAttachments(mail.attachments, cut)
  const html = mail.html === undefined ? null : shorten(storableText(mail.html), most.html, 'HTML', cut)
  const text = shorten(storableText(mail.text ?? (html === null ? '' : htmlAsText(html))), most.text, 'text', cut)
  const delivery = machine.kind === 'bounce' ? readDeliveryReport(attachments) : null
  const kind = kindOf(machine, mail.attachments)
  const forwarded = readForwarded(subject, text)
  return {
    kind,
    externalId: messageIds(values('message-id').slice(0, 1)).at(0) ?? `sha256:${raw.key}`,
    author: readAuthor(values('from')),
    audience: 'private',
    addressedTo: unique(
      ['to', 'cc', 'delivered-to', 'x-original-to'].flatMap((key) =>
        readAddresses(values(key)).map((to) => to.address),
      ),
    ),
    named: unique(['to', 'cc'].flatMap((key) => readAddresses(values(key)).map((one) => one.address))).slice(
      0,
      most.named,
    ),
    thread: {
      replyTo: messageIds(values('in-reply-to')).at(0) ?? null,
      references: nearest(messageIds(values('references'))),
    },
    subject: subject === '' ? null : subject,
    text,
    html,
    visibleText: visibleText(text),
    at: believableDate(values('date')[0], raw.receivedAt),
    attachments,
    machine,
    ...(delivery === null ? {} : { delivery }),
    ...(forwarded === null ? {} : { forwarded }),
    ...(kind === 'spam-report' ? { reportedFrom: reportedSenders(attachments) } : {}),
    authenticationResults: values('authentication-results')
      .slice(0, most.verdicts)
      .map((value) => storableLine(value, 4000)),
    cut,
  }
}

/** Old systems end lines with a bare CR; without any LF the parser would see one line. */
function withLines(bytes: Uint8Array): Uint8Array {
  return bytes.includes(10) ? bytes : bytes.map((byte) => (byte === 13 ? 10 : byte))
}

async function readMime(bytes: Uint8Array): Promise<Email> {
  try {
    return await PostalMime.parse(bytes, {
      maxNestingDepth: 100,
      maxHeadersSize: 2 * 1024 * 1024,
      maxRfc822NestingDepth: 3,
    })
  } catch (error) {
    // The parser throws plain errors, and only for its limits.
    throw new MailTooMuch(error instanceof Error ? error.message : 'The mail cannot be read.', { cause: error })
  }
}

function kindOf(machine: MachineVerdict, parts: readonly MimePart[]): InboundKind {
  if (machine.kind === 'bounce') return 'bounce'
  if (machine.kind === 'auto-reply') return 'auto-reply'
  if (machine.kind !== 'report') return 'message'
  if (parts.some((part) => part.mimeType === 'message/feedback-report')) return 'spam-report'
  return parts.some((part) => part.mimeType === 'message/disposition-notification') ? 'delivery' : 'message'
}

/** Null where no usable From is. With several, the first is shown and none counts as verified. */
function readAuthor(from: readonly string[]): Author | null {
  const named = readAddresses(from)
  const first = named[0]
  if (first === undefined) return null
  return {
    kind: 'email',
    value: first.address,
    ...(first.display === '' ? {} : { display: first.display }),
    isSole: named.length === 1 && from.length === 1,
  }
}

function shorten(text: string, limit: number, what: string, cut: string[]): string {
  if (text.length <= limit) return text
  cut.push(`The ${what} has ${String(text.length)} characters; the first ${String(limit)} are shown.`)
  return text.slice(0, limit).toWellFormed()
}

function readAttachments(parts: readonly MimePart[], cut: string[]): readonly Attachment[] {
  if (parts.length > most.attachments)
    cut.push(`The mail has ${String(parts.length)} attachments; the first ${String(most.attachments)} are shown.`)
  return parts.slice(0, most.attachments).map((part, at) => ({
    name: storableFileName(part.filename ?? '', `attachment-${String(at + 1)}`),
    mediaType: /^[a-z0-9!#$&^_.+-]{1,60}\/[a-z0-9!#$&^_.+-]{1,80}$/.test(part.mimeType)
      ? part.mimeType
      : 'application/octet-stream',
    bytes: typeof part.content === 'string' ? new TextEncoder().encode(part.content) : new Uint8Array(part.content),
    ...(part.contentId === undefined ? {} : { contentId: storableLine(part.contentId.replace(/^<|>$/g, ''), 500) }),
    isInline: part.related === true || part.disposition === 'inline',
  }))
}

/** Message-IDs in angle brackets, verbatim, at most 998 characters each. A longer one identifies nothing. */
function messageIds(values: readonly string[]): readonly string[] {
  const found = values.flatMap((value) =>
    [...value.slice(0, 512 * 1024).matchAll(/<[^<>\s]{1,996}>/g)].map((match) => storableLine(match[0], 998)),
  )
  return unique(found)
}

/** The first (where the talk began) and the last ones (what it answers). */
const nearest = (ids: readonly string[]) =>
  ids.length <= most.references ? ids : [...ids.slice(0, 1), ...ids.slice(1 - most.references)]

const unique = (texts: readonly string[]): readonly string[] => [...new Set(texts)]

/** A date in the future or more than a month before it came in is not believed: nobody writes himself into an older promise. */
function believableDate(value: string | undefined, receivedAt: Date): Date {
  const said = value === undefined ? Number.NaN : Date.parse(value.slice(0, 100))
  const received = receivedAt.getTime()
  return said <= received && said >= received - most.sentBefore ? new Date(said) : receivedAt
}
