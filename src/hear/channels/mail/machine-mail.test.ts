// A machine's mail gets no automatic answer; a person's mail is never taken for a machine's.
import { describe, expect, it } from 'vitest'
import { judgeMachineMail } from './machine-mail.ts'

const judge = (headers: Readonly<Record<string, string>>, subject = 'Re: your letter') =>
  judgeMachineMail(
    Object.entries(headers).map(([key, value]) => ({ key: key.toLowerCase(), value })),
    subject,
  )

describe('by header', () => {
  it.each([
    ['Auto-Submitted', 'Auto-Replied (vacation); owner-email="a@b"'],
    ['Auto-Submitted', 'auto-notified'],
    ['Return-Path', '<>'],
    ['Precedence', 'BULK'],
    ['Precedence', 'junk'],
    ['X-Autoreply', 'yes'],
    ['X-FC-MachineGenerated', 'true'],
    ['Delivered-To', 'Autoresponder'],
    ['X-MS-Exchange-Inbox-Rules-Loop', 'support@shop.test'],
    ['X-Failed-Recipients', 'a@b.test'],
    ['From', 'Mail Delivery Subsystem <MAILER-DAEMON@x.test>'],
    ['Content-Type', 'multipart/report; report-type="delivery-status"; boundary=x'],
  ])('%s: %s is a machine', (key, value) => {
    expect(judge({ [key]: value })).toMatchObject({ machine: true, certainBy: 'header', mayAnswerAutomatically: false })
  })

  it.each([
    ['Auto-Submitted', 'No'],
    ['Auto-Submitted', 'no; note="a person"'],
    ['X-Auto-Response-Suppress', 'All'],
    ['Precedence', 'normal'],
    ['X-Autoreply', 'no'],
    ['Return-Path', '<anna@example.test>'],
    ['From', 'Post Master Ltd <sales@postmaster-boxes.test>'],
  ])('%s: %s is a person', (key, value) => {
    expect(judge({ [key]: value })).toMatchObject({ machine: false, mayAnswerAutomatically: true })
  })

  it('a person through a mailing list is heard, but not answered by a machine', () => {
    expect(judge({ Precedence: 'list', 'List-Id': '<x.test>' })).toMatchObject({
      machine: false,
      kind: 'list',
      mayAnswerAutomatically: false,
    })
    expect(judge({ 'List-Unsubscribe': '<mailto:x@x.test>' })).toMatchObject({
      machine: false,
      mayAnswerAutomatically: false,
    })
  })

  it('a newsletter is a machine’s', () => {
    expect(judge({ Precedence: 'bulk', 'List-Id': '<x.test>' })).toMatchObject({ machine: true, kind: 'list' })
  })
})

describe('by subject', () => {
  const answer = { 'In-Reply-To': '<1@shop.test>' }

  it.each([
    'Automatic reply: kettle',
    'Réponse automatique : kettle',
    'ABWESENHEITSNOTIZ: kettle',
    '自动回复：kettle',
    'رد تلقائي: kettle',
  ])('%s is a machine', (subject) => {
    expect(judge(answer, subject)).toMatchObject({ machine: true, kind: 'auto-reply', certainBy: 'text' })
  })

  it.each([
    'Re: Automatic reply: kettle',
    'Automatic reply is all I ever get',
    'Your automatic reply: an insult',
    'Absence de réponse',
    '自動返信ではなく',
    'Urlaub ruiniert: Mietwagen kaputt',
    ': kettle',
  ])('%s is a person', (subject) => {
    expect(judge(answer, subject)).toMatchObject({ machine: false })
  })

  it('counts only on a mail that answers another', () => {
    expect(judge({}, 'Out of office: nobody ever answers')).toMatchObject({ machine: false })
  })
})
