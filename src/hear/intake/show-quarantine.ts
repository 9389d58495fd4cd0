// The quarantine as people see it: page by page, with sender and subject as far as they can be made out without parsing.
import type { Context } from '../../platform/context/context.ts'
import { Refusal } from '../../shared/errors.ts'
import { isId, type RawId } from '../../shared/ids.ts'
import { storableLine } from '../channels/mail/storable-text.ts'
import type { QuarantinedRecord } from './intake.schema.ts'
import { type Quarantined, quarantined, quarantinedContent, type RawContent } from './quarantine.sql.ts'

const page = 50

export async function showQuarantine(
  ctx: Context,
  before: string | undefined,
): Promise<{ readonly records: readonly QuarantinedRecord[]; readonly earlier: string | null }> {
  const rows = await quarantined(ctx.db, before === undefined ? null : placeOf(before), page + 1)
  const last = rows.length > page ? rows[page - 1] : undefined
  return {
    records: rows.slice(0, page).map(shown),
    earlier: last ? `${last.decidedAt.toISOString()}_${last.rawId}` : null,
  }
}

/** @throws Refusal('not-found') */
export async function quarantinedBytes(ctx: Context, rawId: RawId): Promise<RawContent> {
  const found = await quarantinedContent(ctx.db, rawId)
  if (!found) throw new Refusal('not-found', 'There is no such record in quarantine.')
  return found
}

function placeOf(before: string): { readonly at: Date; readonly rawId: string } {
  const [time = '', rawId = ''] = before.split('_')
  const at = new Date(time)
  if (Number.isNaN(at.getTime()) || !isId(rawId))
    throw new Refusal('invalid', 'This place in the list is not one of ours.', { '/before': 'is not a place' })
  return { at, rawId }
}

function shown(row: Quarantined): QuarantinedRecord {
  const isMail = row.mediaType.includes('rfc822')
  const field = isMail ? headerField(row.head) : jsonField(row.head)
  return {
    rawId: row.rawId,
    receivedAt: row.receivedAt.toISOString(),
    channelName: row.channelName,
    reason: row.reason,
    size: row.size,
    sender: field(isMail ? 'from' : 'email'),
    subject: field('subject'),
  }
}

type Field = (name: string) => string | null

/** A look at the bytes, for people only: no decoding, so that nothing hostile is parsed here. */
const headerField = (head: Buffer): Field => {
  const lines = head.toString('utf8').split(/\r?\n/)
  return (name) => {
    const line = lines.find((one) => one.toLowerCase().startsWith(`${name}:`))
    return line === undefined ? null : storableLine(line.slice(name.length + 1), 200)
  }
}

const jsonField = (head: Buffer): Field => {
  const text = head.toString('utf8')
  return (name) => {
    const found = new RegExp(`"${name}":("(?:[^"\\\\]|\\\\.){0,500}")`).exec(text)?.[1]
    return found === undefined ? null : storableLine(JSON.parse(found) as string, 200)
  }
}
