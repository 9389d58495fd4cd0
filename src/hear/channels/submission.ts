// A complaint typed into the form or sent by the API, as it is stored and read: one JSON record; attachments lie beside it by their hash.
import { createHash } from 'node:crypto'
import type { Inbound, RawRecord } from './channel.ts'
import { storableFileName, storableLine, storableText } from './mail/storable-text.ts'

export const submissionType = 'application/vnd.amends.submission+json'

export interface SubmittedFile {
  readonly name: string
  readonly mediaType: string
  /** Hex. The bytes are kept as content under this hash. */
  readonly sha256: string
  readonly size: number
}

export interface Submission {
  readonly name: string
  readonly email: string
  readonly subject: string
  readonly text: string
  /** ISO; null for now. */
  readonly occurredAt: string | null
  readonly externalId: string | null
  readonly files: readonly SubmittedFile[]
  /** A field people do not see was filled in. */
  readonly isSuspect: boolean
  /** The keyed address of the conversation it belongs to, where its page knows that; absent where it begins one. */
  readonly replyAddress?: string
}

/** The same words, sender and files are the same bytes, whenever they come. */
export function submissionBytes(one: Submission): Uint8Array {
  const { name, email, subject, text, occurredAt, externalId, files, isSuspect, replyAddress } = one
  const parts = files.map((file) => ({
    name: file.name,
    mediaType: file.mediaType,
    sha256: file.sha256,
    size: file.size,
  }))
  return Buffer.from(
    JSON.stringify({ name, email, subject, text, occurredAt, externalId, isSuspect, replyAddress, files: parts }),
    'utf8',
  )
}

export const contentKey = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

export interface ReadSubmission {
  readonly inbound: Inbound
  readonly files: readonly SubmittedFile[]
  readonly isSuspect: boolean
}

/** Reads what `submissionBytes` wrote. Pure; our own format, so it is not read in a child. @throws on anything else */
export function readSubmission(raw: Pick<RawRecord, 'bytes' | 'receivedAt' | 'key'>): ReadSubmission {
  const one = JSON.parse(Buffer.from(raw.bytes).toString('utf8')) as Submission
  const text = storableText(one.text)
  const subject = storableLine(one.subject, 500)
  const display = storableLine(one.name, 200)
  return {
    isSuspect: one.isSuspect,
    files: one.files.map((file, at) => ({
      ...file,
      name: storableFileName(file.name, `attachment-${String(at + 1)}`),
      mediaType: mediaTypeOf(file.mediaType),
    })),
    inbound: {
      kind: 'message',
      externalId: one.externalId === null ? `sha256:${raw.key}` : storableLine(one.externalId, 200),
      author: { kind: 'email', value: one.email, ...(display === '' ? {} : { display }), isSole: true },
      audience: 'private',
      addressedTo: one.replyAddress === undefined ? [] : [one.replyAddress],
      named: [],
      thread: { replyTo: null, references: [] },
      subject: subject === '' ? null : subject,
      text,
      html: null,
      // Typed, not quoted from a letter: all of it is theirs.
      visibleText: text,
      at: believable(one.occurredAt, raw.receivedAt),
      attachments: [],
      machine: {
        machine: false,
        kind: null,
        why: 'typed into a form or sent by a program for a person',
        certainBy: 'header',
        mayAnswerAutomatically: true,
      },
      authenticationResults: [],
      cut: [],
    },
  }
}

const mediaTypeOf = (said: string): string =>
  /^[a-z0-9!#$&^_.+-]{1,60}\/[a-z0-9!#$&^_.+-]{1,80}$/.test(said) ? said : 'application/octet-stream'

/** A time in the future is not believed. */
function believable(said: string | null, receivedAt: Date): Date {
  const at = said === null ? Number.NaN : Date.parse(said)
  return at <= receivedAt.getTime() && at > 0 ? new Date(at) : receivedAt
}
