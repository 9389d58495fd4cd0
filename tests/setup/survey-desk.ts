// A case desk on which customers are asked afterwards: cases are settled, time goes on, letters leave, and their links are opened.
import { deliverOutbox } from '../../src/hear/conversations/deliver-outbox.ts'
import { foundChannels } from '../../src/hear/channels/found-channels.ts'
import type { Outbound } from '../../src/hear/channels/channel.ts'
import { takeCase } from '../../src/amend/cases/work/take-case.ts'
import { askSurveys } from '../../src/amend/surveys/ask-surveys.ts'
import { changeSurveySetting, seeSurveySettings } from '../../src/amend/surveys/change-survey-setting.ts'
import type { SurveySetting } from '../../src/amend/surveys/survey.rules.ts'
import { drawCaseJob } from '../../src/amend/surveys/survey.jobs.ts'
import type { CaseId } from '../../src/shared/ids.ts'
import { accept, count, staff, writeIn } from './cases.ts'
import { write, type Written } from './customers.ts'
import { type CaseDesk, openCaseDesk } from './taken-case.ts'

export interface SurveyDesk extends CaseDesk {
  /** Letters that left, in order. */
  readonly sent: Outbound[]
  set(change: Partial<SurveySetting>): Promise<void>
  /** The customer thanks, and the draw is made; answers the case. */
  settled(story: Written & { readonly caseId: CaseId; readonly from: string }): Promise<CaseId>
  /** A complaint of somebody new that was answered and settled. */
  oneSettled(): Promise<{ readonly caseId: CaseId; readonly from: string; readonly story: Written }>
  /** Somebody known writes of a new matter, which is answered and settled. */
  write(from: string): Promise<CaseId>
  /** What the tick does about surveys; then what is due leaves. */
  ask(): Promise<void>
  surveyOf(caseId: CaseId): Promise<Awaited<ReturnType<typeof rowOf>>>
  /** Of the last letter to this address. */
  linkTo(address: string): string
}

const never = new AbortController().signal
const rowOf = (desk: CaseDesk, caseId: CaseId) =>
  desk.home.as('system', ({ db }) =>
    db.selectFrom('survey').selectAll().where('case_id', '=', caseId).executeTakeFirst(),
  )

export async function openSurveyDesk(): Promise<SurveyDesk> {
  const desk = await openCaseDesk()
  const { home, mailbox } = desk
  await home.as('system', foundChannels)
  const sent: Outbound[] = []
  const admin = staff(home.founder, 'administrator')
  const settled: SurveyDesk['settled'] = async ({ caseId, from, ...to }) => {
    home.clock.moveMinutes(30)
    const thanks = await write(home, mailbox, { from, to, text: 'Thank you!' })
    await count(home, thanks.messageId)
    await drawCaseJob.run(home.house, { organizationId: home.organizationId, caseId })
    return caseId
  }
  const work = async (from: string): Promise<Written & { readonly caseId: CaseId; readonly from: string }> => {
    const story = await writeIn(home, mailbox, { from, text: 'The kettle is broken.' })
    await accept(home, story.caseId, 'acknowledgement')
    const version = await desk.versionOf(story.caseId)
    await home.as(staff(desk.jonas), (ctx) => takeCase(ctx, story.caseId, version))
    await desk.answered(story.caseId)
    return { ...story, from }
  }
  return {
    ...desk,
    sent,
    write: async (from) => settled(await work(from)),
    set: (change) =>
      home.as(admin, async (ctx) => {
        const { state, afterHours, share, capDays, version } = await seeSurveySettings(ctx)
        await changeSurveySetting(ctx, { state, afterHours, share, capDays, version, ...change })
      }),
    settled,
    oneSettled: async () => {
      const story = await desk.taken()
      await desk.answered(story.caseId)
      await settled(story)
      return { caseId: story.caseId, from: story.from, story }
    },
    ask: async () => {
      await askSurveys.run(home.house, home.organizationId)
      const sendThrough = (_house: unknown, _channel: unknown, out: Outbound, key: string) => {
        sent.push(out)
        return Promise.resolve({ kind: 'sent' as const, externalId: key, detail: '' })
      }
      while ((await deliverOutbox(home.house, sendThrough, never)) > 0);
    },
    surveyOf: (caseId) => rowOf(desk, caseId),
    linkTo: (address) => {
      const letter = sent.findLast(({ to, unsubscribeUrl }) => to.address === address && unsubscribeUrl !== undefined)
      const path = /http:\/\/desk\.test(\/survey\/[\w-]{64})/.exec(letter?.text ?? '')?.[1]
      if (path === undefined) throw new Error(`no letter with a link to ${address}`)
      return path
    },
  }
}
