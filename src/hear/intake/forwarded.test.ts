// A colleague passes a customer's mail on: the customer has complained, and hears from us. Whoever else passes something on speaks for themselves only.
import { afterAll, describe, expect, test } from 'vitest'
import { mailOf, openMailDesk, ourAddress, ourServer } from '../../../tests/setup/mail-desk.ts'
import { readForwarded } from '../channels/mail/forwarded-mail.ts'

const desk = await openMailDesk()
afterAll(async () => {
  await desk.pool.close()
  await desk.close()
})

const lea = { name: 'Lea Sommer', email: '' }
const staffId = await desk.addPerson(lea.name, 'handler')
lea.email = (
  await desk.as('system', ({ db }) =>
    db.selectFrom('staff').select('email').where('staff_id', '=', staffId).executeTakeFirstOrThrow(),
  )
).email

let sent = 0
interface Passed {
  readonly from?: string
  readonly inner?: string
  readonly vouched?: boolean
}

/** Somebody passes on what Marta wrote to them; who is its author here, and what became of it. */
async function passOn({ from = lea.email, inner = `marta${String(sent)}@customer.example`, vouched = true }: Passed) {
  sent += 1
  const [, domain = ''] = from.split('@')
  const rawId = await desk.deliver(
    mailOf(
      {
        From: `Somebody <${from}>`,
        To: ourAddress,
        Subject: 'Fwd: The lamp is broken again',
        'Message-ID': `<passed${String(sent)}@example.test>`,
        ...(vouched ? { 'Authentication-Results': `${ourServer}; dmarc=pass header.from=${domain}` } : {}),
      },
      `This came to me, please look after her.\n\n---------- Forwarded message ---------\nFrom: Marta Kowalczyk <${inner}>\nDate: Mon, 16 Nov 2026 at 09:12\nSubject: The lamp is broken again\nTo: <${from}>\n\nIt fell off the wall a second time.\n\nMarta`,
    ),
  )
  return desk.as('system', async ({ db }) =>
    db
      .selectFrom('message as m')
      .innerJoin('identity as i', 'i.identity_id', 'm.identity_id')
      .innerJoin('interaction as n', 'n.message_id', 'm.message_id')
      .select(['i.value', 'm.subject', 'm.text', 'm.visible_text', 'm.authentication', 'n.details', 'm.meaning'])
      .where('m.raw_id', '=', rawId)
      .executeTakeFirst(),
  )
}

describe('what a colleague passes on', () => {
  test('is the customer’s own complaint, unproved; the whole mail stays, and who passed it on is on the timeline', async () => {
    expect(await passOn({ inner: 'marta@customer.example' })).toMatchObject({
      value: 'marta@customer.example',
      subject: 'The lamp is broken again',
      authentication: 'none',
      visible_text: expect.stringMatching(/^It fell off the wall a second time\./) as string,
      text: expect.stringContaining('please look after her') as string,
      details: { passedOnBy: 'Lea Sommer' },
    })
  })

  test.each<readonly [string, Passed]>([
    ['nobody vouches for them', { vouched: false }],
    ['it is somebody who does not work here', { from: 'stranger@elsewhere.example' }],
    ['it was our own letter', { inner: ourAddress }],
    ['it was our own letter with a key in its address', { inner: ourAddress.replace('@', '+c1.abc@') }],
    ['it was written by a colleague', { inner: lea.email }],
  ])('is their own message where %s', async (_, passed) => {
    const message = await passOn(passed)
    expect(message).toMatchObject({ value: passed.from ?? lea.email, subject: 'Fwd: The lamp is broken again' })
    expect(message?.details).not.toHaveProperty('passedOnBy')
  })

  test('is their own message once they work here no more', async () => {
    await desk.as('system', ({ db }) =>
      db.updateTable('staff').set({ disabled_at: desk.clock.now() }).where('staff_id', '=', staffId).execute(),
    )
    expect(await passOn({})).toMatchObject({ value: lea.email })
  })
})

describe('mails as programs pass them on', () => {
  test.each([
    [
      'Gmail, German',
      'WG: Lampe',
      '---------- Weitergeleitete Nachricht ---------\nVon: Anna Berg <anna@kunde.example>\nDate: Mo., 16. Nov. 2026\nSubject: Lampe\nTo: <x@y.example>\n\nSie ist kaputt.',
    ],
    [
      'Apple Mail, French',
      'TR : Lampe',
      'Voici.\n\nDébut du message transféré :\n\nDe: Anna Berg <anna@kunde.example>\nObjet: Lampe\nDate: 16 novembre 2026\nÀ: x@y.example\n\nSie ist kaputt.',
    ],
    [
      'Outlook',
      'FW: Lampe',
      '________________________________\nFrom: Anna Berg <anna@kunde.example>\nSent: Monday, November 16, 2026 9:12 AM\nTo: x@y.example\nSubject: Lampe\n\nSie ist kaputt.',
    ],
    [
      'Outlook, Italian',
      'I: Lampe',
      '-----Messaggio originale-----\nDa: Anna Berg [mailto:anna@kunde.example]\nInviato: lunedì\nA: x\nOggetto: Lampe\n\nSie ist kaputt.',
    ],
    [
      'quoted',
      'Fwd: Lampe',
      '> ---------- Forwarded message ---------\n> From: Anna Berg <anna@kunde.example>\n> Subject: Lampe\n>\n> Sie ist kaputt.',
    ],
  ])('%s', (_, subject, text) => {
    expect(readForwarded(subject, text)).toMatchObject({
      author: { value: 'anna@kunde.example', display: 'Anna Berg' },
      subject: 'Lampe',
      text: 'Sie ist kaputt.',
    })
  })

  test.each([
    [
      'a reply that quotes',
      'Re: Lampe',
      '-----Original Message-----\nFrom: Anna <anna@kunde.example>\n\nSie ist kaputt.',
    ],
    ['no author', 'Fwd: Lampe', '---------- Forwarded message ---------\nSubject: Lampe\n\nSie ist kaputt.'],
    ['no mark', 'Fwd: Lampe', 'From: Anna <anna@kunde.example>\n\nSie ist kaputt.'],
    ['an address that is none', 'Fwd: Lampe', 'Begin forwarded message:\nFrom: Anna <anna>\n\nSie ist kaputt.'],
  ])('not: %s', (_, subject, text) => {
    expect(readForwarded(subject, text)).toBeNull()
  })

  test('a text of a million marks is read in the time of its first lines', () => {
    expect(readForwarded('Fwd: x', '_'.repeat(1_000_000))).toBeNull()
    expect(readForwarded('Fwd: x', '---------- Forwarded message ---------\nFrom: \n'.repeat(30_000))).toBeNull()
  })
})
