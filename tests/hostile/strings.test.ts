// Strings that break programs, handed in by the API and by mail as name, subject and text: each is a message with the very words, or is refused in words.
import type { FastifyInstance } from 'fastify'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { foundChannels } from '../../src/hear/channels/found-channels.ts'
import { makeLiveHub } from '../../src/platform/http/live-hub.ts'
import { buildServer } from '../../src/platform/http/server.ts'
import { identifyCaller } from '../../src/platform/staff/caller.api.ts'
import { allRoutes } from '../../src/wiring.ts'
import { mailOf, type MailDesk, openMailDesk, ourAddress } from '../setup/mail-desk.ts'
import { makeKeyFor } from '../setup/sign-in.ts'

const corpus = join(process.env['AMENDS_SHARED'] ?? '../shared', 'corpus/strings')
const repeated = /^\{repeat:(.):(\d+)\}$/

/** Where the corpus is absent, one of each sort. */
const own = [
  '',
  ' ',
  '\u0000',
  'x\ud800y',
  '\u202eevil',
  "'; drop table message; --",
  '<script>alert(1)</script>',
  '${7*7}',
  'ﷺ',
  '👩‍👩‍👧‍👦',
  '%s%n',
  '../../etc',
]

function strings(): readonly string[] {
  if (!existsSync(corpus)) return own
  const listed = (name: string) => JSON.parse(readFileSync(join(corpus, name), 'utf8')) as readonly unknown[]
  const naughty = listed('blns.json').map((one) => (typeof one === 'string' ? one : JSON.stringify(one)))
  const unicode = listed('unicode.json').map((one) => (one as { readonly value: string }).value)
  const confusables = Object.keys(JSON.parse(readFileSync(join(corpus, 'confusables.json'), 'utf8')) as object)
  const chunks = Array.from({ length: Math.ceil(confusables.length / 400) }, (_, at) =>
    confusables.slice(at * 400, (at + 1) * 400).join(''),
  )
  const grown = [...naughty, ...unicode].map((one) => {
    const [, letter = '', times = '0'] = repeated.exec(one) ?? []
    return letter === '' ? one : letter.repeat(Number(times))
  })
  return [...own, ...grown, ...chunks]
}

let desk: MailDesk
let app: FastifyInstance
let key = ''
beforeAll(async () => {
  desk = await openMailDesk()
  await desk.as('system', foundChannels)
  app = await buildServer(desk.house, identifyCaller, allRoutes(makeLiveHub(desk.house)))
  key = await makeKeyFor(desk, desk.founder)
})
afterAll(async () => {
  await app.close()
  await desk.close()
})

/** By the word its subject begins with. */
const heard = (subject: string) =>
  desk.as('system', ({ db }) =>
    db
      .selectFrom('message')
      .select(['text', 'subject'])
      .where((where) => where.or([where('subject', '=', subject), where('subject', 'like', `${subject} %`)]))
      .executeTakeFirst(),
  )
const hand = (body: object) =>
  app.inject({ method: 'POST', url: '/api/v1/complaints', headers: { authorization: `Bearer ${key}` }, payload: body })
/** Without what nobody reads: half characters become a mark, controls go, and how lines end is one thing. */
const plain = (text: string): string =>
  text
    .toWellFormed()
    .replace(/\r\n?/g, '\n')
    .replace(/[\0-\u0008\u000b\u000c\u000e-\u001f\u007f]/g, '')
    .trim()

describe('strings that break programs', () => {
  test('by the API: kept word for word, or refused in words', { timeout: 120_000 }, async () => {
    const faults: string[] = []
    const taken: (readonly [subject: string, text: string])[] = []
    for (const [at, text] of strings().entries()) {
      const subject = `Api${String(at)}`
      const from = { name: text.slice(0, 150), email: `api${String(at)}@customer.example` }
      const words = { subject: `${subject} ${text.slice(0, 100)}`, text: `It says: ${text}` }
      const { statusCode, body } = await hand({ from, ...words })
      desk.clock.moveMinutes(1)
      const isRefused = statusCode >= 400 && statusCode < 500 && body.includes('"detail":"')
      if (statusCode === 202) taken.push([subject, text])
      else if (!isRefused) faults.push(`${subject} → ${String(statusCode)} ${text.slice(0, 40)}`)
    }
    await desk.readAll()
    for (const [subject, text] of taken) {
      const message = await heard(subject)
      if (message === undefined || plain(message.text) !== plain(`It says: ${text}`))
        faults.push(`${subject}: ${text.slice(0, 60)}`)
    }
    console.log(
      `strings by the API: ${String(taken.length)} of ${String(strings().length)} kept word for word, the others refused in words`,
    )
    expect(faults).toEqual([])
    expect(taken.length / strings().length).toBeGreaterThan(0.9)
  })

  test('by mail: each is a message with its words', { timeout: 240_000 }, async () => {
    const some = strings().filter((text) => text.length < 100_000)
    const encoded = (text: string): string => `=?UTF-8?B?${Buffer.from(text.toWellFormed()).toString('base64')}?=`
    for (const [at, text] of some.entries())
      await desk.store(
        mailOf(
          {
            ...{ From: `${encoded(text.slice(0, 40))} <mail${String(at)}@customer.example>`, To: ourAddress },
            ...{
              Subject: encoded(`Mail${String(at)} ${text.slice(0, 40)}`),
              'Message-ID': `<s${String(at)}@customer.example>`,
            },
            ...{ 'Content-Type': 'text/plain; charset=utf-8', 'Content-Transfer-Encoding': 'base64' },
          },
          Buffer.from(`It says: ${text.toWellFormed()}`).toString('base64'),
        ),
      )
    await desk.readAll()
    const faults: string[] = []
    for (const [at, text] of some.entries()) {
      const message = await heard(`Mail${String(at)}`)
      if (message === undefined || plain(message.text) !== plain(`It says: ${text}`))
        faults.push(`Mail${String(at)}: ${text.slice(0, 60)}`)
    }
    expect(faults).toEqual([])
  })
})
