// Run by the tick: customers whose time has come are asked, once. One case a transaction.
import { letterConversation, type LetterConversation } from '../../hear/conversations/letter-conversation.sql.ts'
import { whyNotWriteIn } from '../../hear/conversations/may-send-automatically.ts'
import { isSpokenFor } from '../../hear/customers/representatives/representation.sql.ts'
import { sendLetter } from '../../hear/conversations/send-letter.ts'
import { isPlainAddress } from '../../hear/channels/mail/read-addresses.ts'
import { type Context, withContext } from '../../platform/context/context.ts'
import { logDecision } from '../../platform/decisions/log-decision.ts'
import type { TickPart } from '../../platform/jobs/job.ts'
import type { CaseId } from '../../shared/ids.ts'
import { countMessage } from '../cases/case-message.sql.ts'
import { composeSurvey } from './compose-survey.ts'
import { closesAfter, type LeftOut, nextAskStep, type SurveySetting } from './survey.rules.ts'
import { factsOfLetter } from './survey-letter.sql.ts'
import { surveySetting } from './survey-setting.sql.ts'
import { isStopped } from './survey-stop.sql.ts'
import { leaveOut, lockWaiting, lookAgain, markAsked, surveysToLookAt, type WaitingSurvey } from './survey.sql.ts'

const most = 100
const inAnHour = (now: Date): Date => new Date(now.getTime() + 3_600_000)

export const askSurveys: TickPart = {
  name: 'closing surveys',
  run: async (house, organizationId) => {
    const who = { organizationId, actor: { kind: 'system', part: 'surveys' } } as const
    for (;;) {
      const caseIds = await withContext(house, who, (ctx) => surveysToLookAt(ctx.db, ctx.now(), most))
      for (const caseId of caseIds) {
        await withContext(house, who, (ctx) => askAbout(ctx, caseId)).catch(async (error: unknown) => {
          await withContext(house, who, (ctx) => lookAgain(ctx.db, caseId, inAnHour(ctx.now())))
          house.log.error({ err: error, caseId }, 'a customer could not be asked; it is tried again in an hour')
        })
      }
      if (caseIds.length < most) return
    }
  },
}

/** Asks, lets go, or waits for another hour. What was asked or let go meanwhile stays so. */
export async function askAbout(ctx: Context, caseId: CaseId): Promise<void> {
  const waiting = await lockWaiting(ctx.db, ctx.organizationId, caseId)
  if (!waiting) return
  const { conversationId, openingMessageId } = waiting
  const setting = await surveySetting(ctx.db)
  const conversation = await letterConversation(ctx.db, conversationId, openingMessageId)
  const whyNot = await whyNotWriteIn(ctx, conversationId, conversation)
  const addressee = conversation?.addressee ?? null
  const step = nextAskStep({
    ...waiting,
    ...{ now: ctx.now(), setting, isStopped: await isStopped(ctx.db, waiting.customerId) },
    isSpokenFor: await isSpokenFor(ctx.db, waiting.customerId),
    hasAddress: addressee?.kind === 'email' && isPlainAddress(addressee.address),
    isBad: addressee?.isBad ?? false,
    canWrite: whyNot === null && conversation?.mailbox != null,
  })
  if (step.do === 'leave-out') await letGo(ctx, waiting, setting, step.why)
  else if (step.do === 'wait') await lookAgain(ctx.db, caseId, inAnHour(ctx.now()))
  else await ask(ctx, waiting, conversation)
}

async function ask(
  ctx: Context,
  { caseId, conversationId }: WaitingSurvey,
  conversation: LetterConversation | null,
): Promise<void> {
  const closesAt = closesAfter(ctx.now())
  const { subject, text } = composeSurvey(await factsOfLetter(ctx.db, caseId), closesAt)
  const letter = { conversationId, subject, text, fileIds: [], inReplyTo: null, staffId: null } as const
  const link = { kind: 'survey', id: caseId } as const
  const messageId = await sendLetter(ctx, { ...letter, kind: 'survey', link }, conversation)
  ctx.lastly((db) => countMessage(db, ctx.organizationId, { messageId, caseId, meaning: 'survey' }, ctx.now()))
  await markAsked(ctx.db, caseId, messageId, ctx.now(), closesAt)
  ctx.emit({ kind: 'message.queued', messageId, caseId })
}

async function letGo(
  ctx: Context,
  { caseId, customerId }: WaitingSurvey,
  { version, capDays }: SurveySetting,
  why: LeftOut,
): Promise<void> {
  await leaveOut(ctx.db, caseId, why)
  logDecision(ctx, {
    ...{ kind: 'survey', customerId, caseId, chosen: 'do-not-ask', alternatives: ['ask'], policyVersion: version },
    ...{ inputs: { why, capDays }, reason: reasons[why] },
  })
}

const reasons: Readonly<Record<LeftOut, string>> = {
  'switched-off': 'The company does not ask any more.',
  erased: 'The person was erased.',
  unsubscribed: 'The person wants no such letters.',
  'open-again': 'The case was opened again.',
  rejected: 'The case was rejected.',
  'never-answered': 'The case settled itself before anybody had answered.',
  'no-address': 'There is no e-mail address to ask at.',
  'letters-return': 'Letters to this address come back.',
  'spoken-for': 'Somebody else speaks for the person, who is a child or has died.',
  'asked-lately': 'The person was asked about another case a short time ago.',
  'too-late': 'Too much time has passed since the case was settled.',
}
