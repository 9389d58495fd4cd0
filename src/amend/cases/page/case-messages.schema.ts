// What was said in a case, as it stands on the wire: messages, files, the timeline, and messages that wait to be confirmed.
import { z } from 'zod'
import { letterState } from '../../../hear/conversations/letter-state.schema.ts'
import { idOf, instant } from '../../../shared/wire.schema.ts'
import { noteView } from '../notes/note.schema.ts'

const attachmentView = z.object({ fileId: idOf<'file'>(), name: z.string(), mediaType: z.string(), size: z.int() })

/** `text` is what was newly written; `hasMore` when the whole text holds more (quoted history, a signature). */
export const messageView = z.object({
  messageId: idOf<'message'>(),
  direction: z.enum(['in', 'out']),
  /** `enquiry` and `outside` are between us and somebody the case asked: the customer never sees them. */
  kind: z.enum(['human', 'machine', 'acknowledgement', 'answer', 'notice', 'survey', 'enquiry', 'outside']),
  isOutside: z.boolean(),
  author: z.object({ name: z.string(), address: z.string().nullable(), isMe: z.boolean() }),
  /** Whom a letter of ours went to; empty for what came in. */
  to: z.string(),
  /** Who else got it, or whom its sender named beside us. */
  cc: z.array(z.string()),
  at: instant,
  subject: z.string(),
  text: z.string(),
  hasMore: z.boolean(),
  hasHtml: z.boolean(),
  standing: z.enum(['joined', 'to-confirm', 'refused']),
  meaning: z.string().nullable(),
  authentication: z.enum(['none', 'verified', 'session', 'key']),
  attachments: z.array(attachmentView),
  /** What its words tell of danger and hardship, each kind once. */
  cues: z.array(z.object({ kind: z.string(), isDanger: z.boolean(), words: z.string() })),
  /** What it most likely is, how likely, and by which of its words; null where none is likely enough. */
  kindTold: z.object({ kind: z.string(), probability: z.number(), words: z.array(z.string()) }).nullable(),
  delivery: z
    .object({
      state: letterState,
      at: instant,
      error: z.string().nullable(),
      /** Until when whoever reads this can take their answer back; null where they cannot. */
      recallUntil: instant.nullable(),
    })
    .nullable(),
})

/** Messages and the notes between them, each oldest first. */
export const pageOfMessages = z.object({
  messages: z.array(messageView),
  notes: z.array(noteView),
  earlier: z.string().nullable(),
})
/** Messages and notes on a page where nothing else is asked. */
export const usualMessages = 30
export const messagesQuery = z.object({
  before: z.string().max(100).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(usualMessages),
})
/** `pictures`: files that its HTML may name as `cid:`, of kinds that cannot act. */
export const wholeMessage = z.object({
  text: z.string(),
  html: z.string().nullable(),
  pictures: z.array(z.object({ contentId: z.string(), fileId: idOf<'file'>() })),
})

/** What the customer asks for and the gravest thing they tell, each in their words. `remedy` is a code; severity 1 inconvenience, 2 loss, 3 danger. */
export const askedFor = z.object({
  sought: z.array(z.object({ remedy: z.string(), words: z.string() })),
  gravest: z.object({ severity: z.int().min(1).max(3), words: z.string() }).nullable(),
})

/** One thing that happened with this customer. `kind` and `details` are codes and values; the page says them in words. */
export const timelineEntry = z.object({
  at: instant,
  kind: z.string(),
  text: z.string(),
  by: z.enum(['them', 'us', 'world']),
  details: z.record(z.string(), z.unknown()),
  caseId: idOf<'case'>().nullable(),
})
export const timeline = z.object({ entries: z.array(timelineEntry), earlier: z.string().nullable() })
export const timelineQuery = z.object({ before: z.string().max(100).optional() })

export const toConfirm = z.object({
  messages: z.array(
    z.object({
      messageId: idOf<'message'>(),
      at: instant,
      sender: z.string(),
      subject: z.string(),
      text: z.string(),
      case: z.object({ caseId: idOf<'case'>(), number: z.string(), matter: z.string() }),
    }),
  ),
})
export const confirmMessage = z.object({ decision: z.enum(['join', 'separate']) })
export const messageConfirmed = z.object({ caseId: idOf<'case'>().nullable() })

export const fileStored = attachmentView

export type AskedFor = z.output<typeof askedFor>
export type WholeMessage = z.output<typeof wholeMessage>
export type MessageView = z.output<typeof messageView>
export type TimelineEntry = z.output<typeof timelineEntry>
