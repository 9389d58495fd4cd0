// What comes in and goes out while a desk is being killed: mails by SMTP, complaints by a program, answers by a handler.
// Each piece is counted only when it was accepted; what was asked without an answer is known as such.
import { setTimeout as wait } from 'node:timers/promises'
import { createTransport } from 'nodemailer'
import type { Random } from '../../../src/shared/random.ts'
import type { MailServers } from './mail-servers.ts'
import type { Visitor } from './visitor.ts'

export interface Storm {
  /** Message-IDs of mails that Postfix accepted, by the address they came from. */
  readonly mails: ReadonlyMap<string, string>
  /** By key: the identifier that was answered with 2xx, or null where no request of that key was answered so. */
  readonly complaints: ReadonlyMap<string, string | null>
  /** By a word in its text: whether the answer was accepted with 2xx, or whether nobody knows. */
  readonly answers: ReadonlyMap<string, 'accepted' | 'unknown'>
  /** What was answered that is no promise: refusals by the rules, the database being away, no answer at all. */
  readonly others: ReadonlyMap<string, number>
  /** Ends once the pieces in hand are done. */
  stop(): Promise<void>
}

interface Kept {
  readonly mails: Map<string, string>
  readonly complaints: Map<string, string | null>
  readonly answers: Map<string, 'accepted' | 'unknown'>
  readonly others: Map<string, number>
}

export interface StormParts {
  readonly servers: MailServers
  readonly handler: Visitor
  /** Somebody with a key for programs. */
  readonly program: Visitor
  readonly random: Random
  /** No more mails than this, nor complaints, however long it lasts. */
  readonly most: number
}

/** Each of the three goes on by itself until stopped. */
export function startStorm({ servers, handler, program, random, most }: StormParts): Storm {
  const kept: Kept = { mails: new Map(), complaints: new Map(), answers: new Map(), others: new Map() }
  const told = { stop: false }
  const goOn = async (longestPauseMs: number, once: (count: number) => Promise<void>): Promise<void> => {
    for (let count = 1; !told.stop; count++) {
      await once(count)
      await wait(random.next() * longestPauseMs)
    }
  }
  const running = Promise.all([
    goOn(900, (count) => (count > most ? Promise.resolve() : writeMail(servers, kept, count))),
    goOn(900, (count) => (count > most ? Promise.resolve() : handIn(program, kept, count, told))),
    goOn(600, (count) => answerNext(handler, kept, count)),
  ])
  // A failure of the storm itself shows where it is stopped.
  running.catch(() => undefined)
  return {
    ...kept,
    stop: async () => {
      told.stop = true
      await running
    },
  }
}

/** Every mail comes from an address of its own, so that each may be acknowledged. All of them are Anna's. */
async function writeMail({ smtpPort }: MailServers, { mails }: Kept, count: number): Promise<void> {
  const from = `anna-m${String(count)}@example.test`
  const messageId = `<storm-${String(count)}@example.test>`
  const transport = createTransport({ host: '127.0.0.1', port: smtpPort, ignoreTLS: true })
  await transport.sendMail({
    ...{ from: `Anna <${from}>`, to: 'support@shop.test', messageId, subject: `Kettle ${String(count)} leaks` },
    text: `Kettle number ${String(count)} leaks.`,
    attachments: count % 5 === 0 ? [{ filename: 'kettle.jpg', content: Buffer.alloc(20_000, count % 256) }] : [],
  })
  transport.close()
  mails.set(from, messageId)
}

/** As a careful program does: the same request again, with its key, until it is answered. */
async function handIn(
  program: Visitor,
  { complaints, others }: Kept,
  count: number,
  told: { readonly stop: boolean },
): Promise<void> {
  const key = `key-${String(count)}`
  const body = {
    from: { name: 'Anna', email: `anna-p${String(count)}@example.test` },
    subject: `Lamp ${String(count)} is broken`,
    text: `Lamp number ${String(count)} arrived broken.`,
  }
  complaints.set(key, null)
  while (!told.stop) {
    const answer = await answerTo(others, program.ask('POST', '/api/v1/complaints', body, { 'idempotency-key': key }))
    if (answer !== null) {
      complaints.set(key, (answer as { rawId: string }).rawId)
      return
    }
    await wait(200)
  }
}

/** Takes what comes next and answers it; every third answer is final. */
async function answerNext(handler: Visitor, { answers, others }: Kept, count: number): Promise<void> {
  const taken = (await answerTo(others, handler.ask('POST', '/api/desk/take-next'))) as { caseId: string } | null
  if (taken === null) return
  for (let trial = 1; trial <= 3; trial++) {
    const path = `/api/cases/${taken.caseId}`
    const view = (await answerTo(others, handler.ask('GET', path))) as { version: number; kind: string } | null
    if (view === null) continue
    const word = `answer-${String(count)}-${String(trial)}-end`
    const isFinal = count % 3 === 0
    answers.set(word, 'unknown')
    const done = await answerTo(
      others,
      handler.ask('POST', `${path}/answer`, {
        ...{ version: view.version, text: `We are sorry.\n${word}\nTom`, final: isFinal, fileIds: [] },
        finding: isFinal && view.kind === 'complaint' ? 'founded' : null,
      }),
    )
    if (done !== null) answers.set(word, 'accepted')
    if (done !== null) return
  }
}

/** What was answered with 2xx; null for anything else, which is only counted. */
async function answerTo(others: Map<string, number>, asking: Promise<Response>): Promise<unknown> {
  let what = 'no answer'
  try {
    const response = await asking
    what = String(response.status)
    if (response.ok) return await response.json()
  } catch {
    // The desk died meanwhile: nobody knows whether it was done.
  }
  others.set(what, (others.get(what) ?? 0) + 1)
  return null
}
