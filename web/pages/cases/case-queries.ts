// Questions about one case, and what can be done with it.
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import {
  askedFor,
  fileStored,
  messageConfirmed,
  pageOfMessages,
  timeline,
  wholeMessage,
  type MessageView,
  type TimelineEntry,
} from '../../../src/amend/cases/page/case-messages.schema.ts'
import {
  caseView,
  answerRecalled,
  commandDone,
  draftKept,
  type CaseCommandName,
  type CaseView,
  type finding,
} from '../../../src/amend/cases/case.schema.ts'
import { enquiries, type AskOutside, type EnquiryView } from '../../../src/amend/cases/outside/enquiry.schema.ts'
import { participants } from '../../../src/amend/cases/letters/participant.schema.ts'
import { noteWritten, type NoteToWrite, type NoteView } from '../../../src/amend/cases/notes/note.schema.ts'
import { othersPresent, type Presenting } from '../../../src/amend/cases/presence/presence.schema.ts'
import { promiseMade, promisesOfCase, type PromiseView } from '../../../src/amend/promises/promise.schema.ts'
import type { z } from 'zod'
import { done } from '../../../src/platform/http/done.schema.ts'
import { ask, send } from '../../api.ts'
import { askPart } from './ask-part.ts'

export type { CaseCommandName, CaseView, EnquiryView, MessageView, NoteView, PromiseView, TimelineEntry }
export type Finding = z.output<typeof finding>
export type Meaning = 'thanks' | 'still-broken' | 'new-information'
export type StoredFile = z.output<typeof fileStored>

const address = (caseId: string) => `/api/cases/${caseId}`
const before = (cursor: string | null) => (cursor === null ? '' : `?before=${encodeURIComponent(cursor)}`)

export const caseQuery = (caseId: string) =>
  queryOptions({
    queryKey: ['case', caseId],
    queryFn: ({ signal }) => askPart(caseId, 'case', () => ask(caseView, address(caseId), signal)),
  })

/** The newest page comes first; each further page is earlier. */
export const messagesQuery = (caseId: string) =>
  infiniteQueryOptions({
    queryKey: ['case', caseId, 'messages'],
    queryFn: ({ pageParam, signal }) => {
      const alone = () => ask(pageOfMessages, `${address(caseId)}/messages${before(pageParam)}`, signal)
      return pageParam === null ? askPart(caseId, 'messages', alone) : alone()
    },
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.earlier,
  })

export const askedForQuery = (caseId: string) =>
  queryOptions({
    queryKey: ['case', caseId, 'asked-for'],
    queryFn: ({ signal }) => ask(askedFor, `${address(caseId)}/asked-for`, signal),
  })

export const timelineQuery = (caseId: string) =>
  infiniteQueryOptions({
    queryKey: ['case', caseId, 'timeline'],
    queryFn: ({ pageParam, signal }) => {
      const alone = () => ask(timeline, `${address(caseId)}/timeline${before(pageParam)}`, signal)
      return pageParam === null ? askPart(caseId, 'timeline', alone) : alone()
    },
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.earlier,
  })

/** Asked again each minute, because the clocks run. */
export const promisesQuery = (caseId: string) =>
  queryOptions({
    queryKey: ['case', caseId, 'promises'],
    queryFn: ({ signal }) =>
      askPart(caseId, 'promises', () => ask(promisesOfCase, `${address(caseId)}/promises`, signal)),
    refetchInterval: 60_000,
  })

export const enquiriesQuery = (caseId: string) =>
  queryOptions({
    queryKey: ['case', caseId, 'enquiries'],
    queryFn: ({ signal }) => askPart(caseId, 'enquiries', () => ask(enquiries, `${address(caseId)}/enquiries`, signal)),
  })

export const participantsQuery = (caseId: string) =>
  queryOptions({
    queryKey: ['case', caseId, 'participants'],
    queryFn: ({ signal }) =>
      askPart(caseId, 'participants', () => ask(participants, `${address(caseId)}/participants`, signal)),
  })

export type DoingHere = NonNullable<Presenting['doing']>
const beat = 8_000
/** This page, among others of the same person. */
const screen = [...crypto.getRandomValues(new Uint8Array(12))].map((byte) => byte.toString(16)).join('')
const present = (caseId: string, doing: Presenting['doing']) =>
  send(othersPresent, 'POST', `${address(caseId)}/presence`, { screen, doing }, { isLastWord: doing === null })

/** Says what is done here, and hears who else is. Not kept: coming back to a case begins with nobody. Nobody reads a page that is hidden. */
export const presenceQuery = (caseId: string, doing: DoingHere) =>
  queryOptions({
    queryKey: ['presence', caseId],
    queryFn: () => (document.visibilityState === 'hidden' ? { others: [] } : present(caseId, doing)),
    refetchInterval: beat,
    gcTime: 0,
    retry: false,
  })
/** Should it not arrive, the others see it by the silence. */
export function leaveCase(caseId: string): void {
  present(caseId, null).catch(() => undefined)
}

export const wholeMessageQuery = (messageId: string) =>
  queryOptions({
    queryKey: ['message', messageId],
    staleTime: Infinity,
    queryFn: ({ signal }) => ask(wholeMessage, `/api/messages/${messageId}`, signal),
  })

/** A command with what it carries besides the version of the case. */
export type CaseCommand =
  | { readonly do: 'take' | 'resume' | 'undo-hand-over' }
  | {
      readonly do: 'answer'
      readonly text: string
      readonly final: boolean
      readonly finding: Finding | null
      readonly evidence: string | null
      readonly fileIds: readonly string[]
      readonly copies: readonly string[]
    }
  | { readonly do: 'wait'; readonly for: 'customer' | 'third-party'; readonly reason: string; readonly until: string }
  | { readonly do: 'reject'; readonly reasons: string; readonly recourse: string }
  | { readonly do: 'subject'; readonly staffId: string }
  | { readonly do: 'reach'; readonly address: string }
  | { readonly do: 'resolve'; readonly reason: string }
  | { readonly do: 'reopen'; readonly reason: string }
  | { readonly do: 'assign'; readonly staffId: string | null; readonly summary: string }

/** Asks a command of a case that was read at `version`. */
export function commandCase(caseId: string, version: number, { do: name, ...carried }: CaseCommand) {
  return send(commandDone, 'POST', `${address(caseId)}/${name}`, { version, ...carried })
}

export const makePromise = (caseId: string, about: string, dueAt: string) =>
  send(promiseMade, 'POST', `${address(caseId)}/promises`, { about, dueAt })
export const keepPromise = (caseId: string, promiseId: string) =>
  send(commandDone, 'POST', `${address(caseId)}/promises/${promiseId}/keep`)
export const seeToDanger = (caseId: string, as: 'seen-to' | 'no-danger') =>
  send(commandDone, 'POST', `${address(caseId)}/danger`, { as })
export const correctMeaning = (caseId: string, messageId: string, meaning: Meaning) =>
  send(commandDone, 'POST', `${address(caseId)}/meaning`, { messageId, meaning })
export const confirmMessage = (messageId: string, decision: 'join' | 'separate') =>
  send(messageConfirmed, 'POST', `/api/messages/${messageId}/confirm`, { decision })
export type DraftKind = 'reply' | 'note' | 'ask'
const draftDoor = { reply: 'draft', note: 'note-draft', ask: 'ask-draft' } as const
/** A reply, a note and a question to somebody outside each have a draft of their own. */
export const keepDraft = (caseId: string, kind: DraftKind, text: string) =>
  send(draftKept, 'PUT', `${address(caseId)}/${draftDoor[kind]}`, { text })
/** What is asked, before it is checked. */
export type ToAsk = Omit<AskOutside, 'fileIds'> & { readonly fileIds: readonly string[] }
export const askOutside = (caseId: string, asked: ToAsk) =>
  send(commandDone, 'POST', `${address(caseId)}/enquiries`, asked)
export const letEnquiryGo = (caseId: string, conversationId: string) =>
  send(done, 'POST', `${address(caseId)}/enquiries/${conversationId}/let-go`)
export const writeNote = (caseId: string, note: NoteToWrite) =>
  send(noteWritten, 'POST', `${address(caseId)}/notes`, note)
export const seeMention = (caseId: string) => send(done, 'POST', `${address(caseId)}/mention/seen`)
export const takeBackNote = (caseId: string, noteId: string) =>
  send(done, 'POST', `${address(caseId)}/notes/${noteId}/take-back`)
export const recallAnswer = (caseId: string, messageId: string) =>
  send(answerRecalled, 'POST', `${address(caseId)}/answers/${messageId}/recall`)
export function storeFile(caseId: string, file: File): Promise<StoredFile> {
  const body = new FormData()
  body.append('file', file)
  return send(fileStored, 'POST', `${address(caseId)}/files`, body)
}
