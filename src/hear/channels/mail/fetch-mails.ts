// Mails of an open mailbox as raw records, in bounded batches. Oversize mails come as headers, so that a person sees there is one.
import type { ImapFlow } from 'imapflow'
import type { RawRecord } from '../channel.ts'
import { mailKey } from './mail-key.ts'

/** Where in the mailbox a mail lies; `size` as the server says, which need not be true. */
interface Listed {
  readonly uid: number
  readonly size: number
  readonly receivedAt: Date
}

export interface FetchLimits {
  readonly maxBytes: number
  readonly now: () => Date
  /** For people: where an oversize mail still lies. */
  readonly mailbox: string
  /** Mailbox and uidValidity, in which a number names one mail. */
  readonly place: string
}

const perBatch = 50
const bytesPerBatch = 10_000_000
const headerBytes = 256 * 1024

/** The numbers above `after`, ascending. The server answers `n:*` with the last mail even if that is below n. */
export async function newUids(client: ImapFlow, after: number): Promise<readonly number[]> {
  const found = await client.search({ uid: `${String(after + 1)}:*` }, { uid: true })
  return (found === false || found === undefined ? [] : found).filter((uid) => uid > after).sort((a, b) => a - b)
}

/** How the next uids are taken: at most 50 mails and about 10 MB at once, or one larger mail alone. */
export async function listNext(
  client: ImapFlow,
  uids: readonly number[],
  limits: FetchLimits,
): Promise<readonly Listed[]> {
  const found = await client.fetchAll(
    uids.slice(0, perBatch).join(','),
    { uid: true, size: true, internalDate: true },
    { uid: true },
  )
  const listed = found
    .map(({ uid, size, internalDate }) => ({
      uid,
      size: size ?? 0,
      receivedAt: believable(internalDate, limits.now()),
    }))
    .sort((a, b) => a.uid - b.uid)
  let bytes = 0
  const fitting = listed.findIndex(({ size }) => (bytes += Math.min(size, limits.maxBytes)) > bytesPerBatch)
  return fitting === -1 ? listed : listed.slice(0, Math.max(1, fitting))
}

/** The bytes of the listed mails. One that was deleted meanwhile is left out. */
export async function fetchMails(
  client: ImapFlow,
  listed: readonly Listed[],
  limits: FetchLimits,
): Promise<readonly RawRecord[]> {
  const records: RawRecord[] = []
  const small = listed.filter(({ size }) => size <= limits.maxBytes)
  // One byte more than allowed is asked for, so that a wrong size shows.
  const source = { start: 0, maxLength: limits.maxBytes + 1 }
  const whole =
    small.length === 0
      ? []
      : await client.fetchAll(small.map(({ uid }) => uid).join(','), { uid: true, source }, { uid: true })
  const sources = new Map(whole.map((mail) => [mail.uid, mail.source]))
  for (const one of listed) {
    const bytes = sources.get(one.uid)
    if (bytes !== undefined && bytes.length <= limits.maxBytes)
      records.push(record(bytes, 'message/rfc822', one.receivedAt))
    else if (bytes !== undefined || one.size > limits.maxBytes) records.push(await fetchHeaders(client, one, limits))
  }
  return records
}

async function fetchHeaders(client: ImapFlow, one: Listed, limits: FetchLimits): Promise<RawRecord> {
  const found = await client.fetchOne(
    String(one.uid),
    { uid: true, bodyParts: [{ key: 'HEADER', start: 0, maxLength: headerBytes }] },
    { uid: true },
  )
  // Asked for in part, it comes back as the headers all the same.
  const head = found === false || found === undefined ? undefined : found.headers
  const megabytes = (bytes: number) => `${String(Math.round(bytes / 100_000) / 10)} MB`
  const words = `This mail has ${megabytes(one.size)}, more than the ${megabytes(limits.maxBytes)} this channel reads. It lies whole in the mailbox ${limits.mailbox} (number ${String(one.uid)}); only its headers are kept here.`
  const whole = record(head ?? Buffer.alloc(0), `text/rfc822-headers; size=${String(one.size)}`, one.receivedAt, words)
  // Without its body a mail is told from others by its size too; without headers only by its place.
  const key =
    head === undefined || head.length === 0 ? `${limits.place}/${String(one.uid)}` : `${whole.key}/${String(one.size)}`
  return { ...whole, key }
}

function record(bytes: Uint8Array, mediaType: string, receivedAt: Date, detail?: string): RawRecord {
  return {
    key: mailKey(bytes),
    bytes,
    mediaType,
    receivedAt,
    proof: { kind: 'pulled', ...(detail === undefined ? {} : { detail }) },
  }
}

/** When the server took the mail in; never in the future, and now if it does not say. */
function believable(said: Date | string | undefined, now: Date): Date {
  const at = said instanceof Date ? said.getTime() : Date.parse(said ?? '')
  return at <= now.getTime() ? new Date(at) : now
}
