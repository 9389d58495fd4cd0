// Notes as they stand on the wire.
import { z } from 'zod'
import { idOf, instant } from '../../../shared/wire.schema.ts'

/** Who called, in a note of a telephone call: the customer (in) or we (out). */
const call = z.enum(['in', 'out'])

/** `takeBackUntil`: for its author, while it can be taken back. */
export const noteView = z.object({
  noteId: idOf<'note'>(),
  call: call.nullable(),
  author: z.object({ name: z.string(), isMe: z.boolean() }),
  at: instant,
  text: z.string(),
  mentions: z.array(z.object({ staffId: idOf<'staff'>(), name: z.string() })),
  takeBackUntil: instant.nullable(),
})

export const writeNote = z.object({
  text: z.string().trim().min(1).max(20_000),
  call: call.nullable().default(null),
  /** The colleagues it names. */
  mentions: z.array(idOf<'staff'>()).max(20).default([]),
})
export const keepNoteDraft = z.object({ text: z.string().max(20_000) })
export const noteWritten = z.object({ noteId: idOf<'note'>() })

export type NoteView = z.output<typeof noteView>
export type NewNote = z.output<typeof writeNote>
export type NoteToWrite = z.input<typeof writeNote>
