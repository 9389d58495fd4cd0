// Identifiers: UUID v7, made from the context's clock and chance, branded by kind. People see a short case number instead.
import type { Random } from './random.ts'

declare const kind: unique symbol
/** An identifier of one kind of thing. A string at run time; the brand keeps a customer from being passed for a case. */
export type Id<K extends string> = string & { readonly [kind]: K }

export type OrganizationId = Id<'organization'>
export type StaffId = Id<'staff'>
export type ChannelId = Id<'channel'>
export type RawId = Id<'raw'>
export type CustomerId = Id<'customer'>
export type IdentityId = Id<'identity'>
export type ConversationId = Id<'conversation'>
export type MessageId = Id<'message'>
export type FileId = Id<'file'>
export type CaseId = Id<'case'>
export type NoteId = Id<'note'>
export type PromiseId = Id<'promise'>
export type PoolId = Id<'pool'>
export type CalendarId = Id<'calendar'>
export type NoticeId = Id<'notice'>
/** Notices that go to their person together. */
export type BundleId = Id<'bundle'>
export type ApiKeyId = Id<'api-key'>
export type SavedViewId = Id<'saved-view'>

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

/** Whether a text from outside has the shape of an identifier (lower-case UUID of any version). */
export const isId = (text: string): boolean => uuid.test(text)

/** When an identifier of ours was made, by our clock, to the millisecond. */
export const madeAt = (id: Id<string>): Date => new Date(Number.parseInt(id.slice(0, 8) + id.slice(9, 13), 16))

/** A new UUID v7 (RFC 9562): 48 bits of milliseconds since 1970, 74 bits of chance. Sorts by time of making. */
export function newId<K extends string>(at: Date, random: Random): Id<K> {
  return idOf(at.getTime(), random.bytes(10))
}

/** The lowest identifier of an instant: what was made before sorts before it. */
export const atInstant = (at: Date): string => idOf(at.getTime(), new Uint8Array(10))

const countedInMs = 4096

/** Makes UUIDs v7 of one instant that sort in the order of making: the 12 bits after the time count them, 62 stay chance (RFC 9562, 6.2). */
export function idsInTurn(at: Date, random: Random): <K extends string>() => Id<K> {
  let made = 0
  return () => {
    const chance = Buffer.from(random.bytes(10))
    chance.writeUInt16BE(made % countedInMs, 0)
    const ms = at.getTime() + Math.floor(made / countedInMs)
    made += 1
    return idOf(ms, chance)
  }
}

function idOf<K extends string>(ms: number, chance: Uint8Array): Id<K> {
  const bytes = Buffer.alloc(16)
  bytes.writeUIntBE(ms, 0, 6)
  bytes.set(chance, 6)
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x70, 6)
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8)
  const hex = bytes.toString('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}` as Id<K>
}
