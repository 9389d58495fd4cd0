// Who may join a conversation: the scenarios of the hostile corpus against the desk, each with a conversation of a victim to be broken into.
import { existsSync, readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { sendLetter } from '../../src/hear/conversations/send-letter.ts'
import { whyNotAutomatically } from '../../src/hear/conversations/may-send-automatically.ts'
import type { ConversationId, MessageId } from '../../src/shared/ids.ts'
import { mailOf, openMailDesk, ourServer, type MailDesk } from '../setup/mail-desk.ts'

interface Scenario {
  readonly id: string
  readonly desc: string
  readonly headers: Readonly<Record<string, string>>
  readonly from_: string
  readonly auth: string
  readonly body: string
  readonly expect: Readonly<Record<string, unknown>>
}

const file = `${process.env['AMENDS_SHARED'] ?? '../shared'}/corpus/threading/scenarios.json`
const isThere = existsSync(file)
const scenarios = isThere ? (JSON.parse(readFileSync(file, 'utf8')) as readonly Scenario[]) : []

let desk: MailDesk
beforeAll(async () => {
  desk = await openMailDesk()
})
afterAll(() => desk.close())

interface Victim {
  readonly address: string
  readonly conversationId: ConversationId
  readonly ourMessageId: string
  readonly replyTo: string
}

let victims = 0
/** Somebody whose complaint was answered by a person. */
async function makeVictim(): Promise<Victim> {
  const address = `victim${String(++victims)}@bank.example`
  const rawId = await desk.deliver(
    mailOf(
      {
        From: address,
        To: 'support@our.example',
        Subject: 'My account',
        'Message-ID': `<v${String(victims)}@bank.example>`,
      },
      'Something private.',
    ),
  )
  const { conversation_id } = await desk.as('system', ({ db }) =>
    db.selectFrom('message').select('conversation_id').where('raw_id', '=', rawId).executeTakeFirstOrThrow(),
  )
  const conversationId = conversation_id as ConversationId
  const messageId = await desk.as('system', (ctx) =>
    sendLetter(ctx, {
      conversationId,
      kind: 'answer',
      staffId: desk.founder,
      subject: 'Re: My account [A-17]',
      text: 'Dear customer, …',
      fileIds: [],
      inReplyTo: null,
    }),
  )
  return desk.as('system', async ({ db }) => {
    const letter = await db
      .selectFrom('outbox')
      .select('reply_to')
      .where('message_id', '=', messageId)
      .executeTakeFirstOrThrow()
    const message = await db
      .selectFrom('message')
      .select('external_id')
      .where('message_id', '=', messageId)
      .executeTakeFirstOrThrow()
    return { address, conversationId, ourMessageId: message.external_id ?? '', replyTo: letter.reply_to }
  })
}

const fill = (text: string, victim: Victim): string =>
  text
    .replaceAll('{{OUR_MSGID}}', victim.ourMessageId)
    .replaceAll('{{TICKET_REF}}', 'A-17')
    .replaceAll('{{TICKET_REF+1}}', 'A-18')
    .replaceAll('{{TICKET_NUM}}', '17')
    .replaceAll('{{VICTIM}}', victim.address)
    .replaceAll('{{VICTIM2}}', 'uninvolved@victims.example')
    .replaceAll('{{VALID_OLD}}', 'v=1; d=evil.example; s=x; b=AAAA')

function mailFor(scenario: Scenario, victim: Victim, extra: Readonly<Record<string, string>> = {}): string {
  const headers: Record<string, string> = {
    ...extra,
    'Authentication-Results': `${ourServer}; ${scenario.auth}`,
    From: fill(scenario.from_, victim),
    To: 'support@our.example',
    Subject: `Scenario ${scenario.id}`,
    ...(scenario.id === 'no-msgid' ? {} : { 'Message-ID': `<${scenario.id}@evil.example>` }),
    Date: 'Tue, 17 Nov 2026 10:59:00 +0000',
  }
  for (const [name, value] of Object.entries(scenario.headers)) headers[name] = fill(value, victim)
  return mailOf(headers, scenario.body)
}

/** What this scenario came to. */
async function outcome(rawId: string, victim: Victim) {
  return desk.as('system', async (ctx) => {
    const { db } = ctx
    const message = await db.selectFrom('message').selectAll().where('raw_id', '=', rawId).executeTakeFirst()
    const identity =
      message?.identity_id == null
        ? undefined
        : await db.selectFrom('identity').selectAll().where('identity_id', '=', message.identity_id).executeTakeFirst()
    const participants = await db
      .selectFrom('participant')
      .innerJoin('identity', 'identity.identity_id', 'participant.identity_id')
      .select(['identity.value', 'participant.standing'])
      .where('participant.conversation_id', '=', victim.conversationId)
      .execute()
    const disposition = await db
      .selectFrom('disposition')
      .selectAll()
      .where('raw_id', '=', rawId)
      .executeTakeFirstOrThrow()
    const raw = await db
      .selectFrom('inbound_raw')
      .select(['received_at', 'bytes'])
      .where('raw_id', '=', rawId)
      .executeTakeFirstOrThrow()
    const letters = await db
      .selectFrom('outbox')
      .select(['to_address', 'state'])
      .where('to_address', '=', 'attacker@evil.example')
      .execute()
    const whyNot = message
      ? await whyNotAutomatically(ctx, message.conversation_id as ConversationId, message.message_id as MessageId)
      : 'no message'
    return { message, identity, participants, disposition, raw, letters, whyNot }
  })
}

type Outcome = Awaited<ReturnType<typeof outcome>>

const notJoined = ({ message }: Outcome, victim: Victim): void => {
  expect(
    message === undefined || message.conversation_id !== victim.conversationId || message.standing === 'to-confirm',
  ).toBe(true)
}

/** One check for every expectation the corpus names; an unknown one fails the test. */
const checks: Readonly<Record<string, (got: Outcome, want: unknown, victim: Victim) => void>> = {
  thread: (got, want, victim) => {
    notJoined(got, victim)
    if (want === 'not_joined' || want === 'new_case')
      expect(got.message?.conversation_id).not.toBe(victim.conversationId)
  },
  // Nobody but joined participants is written to or shown anything.
  reads_history: ({ letters, participants }, _want, victim) => {
    expect(letters).toEqual([])
    expect(
      participants.filter((one) => one.value !== victim.address).every((one) => one.standing === 'to-confirm'),
    ).toBe(true)
  },
  notify_attacker_with_history: ({ letters }) => expect(letters).toEqual([]),
  cc_added: ({ participants }) => expect(participants.map((one) => one.value)).not.toContain('attacker@evil.example'),
  attacker_gets_any_mail: ({ letters }) => expect(letters).toEqual([]),
  auto_ack: ({ whyNot }) => expect(whyNot).not.toBeNull(),
  loop: ({ whyNot }) => expect(whyNot).not.toBeNull(),
  identity_verified: ({ identity, message }) =>
    expect([identity?.verified_at ?? null, message?.authentication ?? 'none']).toEqual([null, 'none']),
  identity_not: ({ identity }, want) => expect(identity?.value).not.toBe(want),
  identity: ({ identity }, want) => expect(identity?.value).toBe(want),
  // The desk marks no look-alike: an address counts for nothing by how it looks. What a mark should prevent is checked instead: the
  // sender is a person of their own, unproven, and is not the one they look like.
  flag: ({ identity, message }, want) => {
    expect(want).toBe('lookalike')
    expect(identity?.value).not.toBe('ceo@bank.example')
    expect([identity?.verified_at ?? null, message?.authentication ?? 'none']).toEqual([null, 'none'])
  },
  auto_merge_with: ({ identity }) => expect(identity?.value).toBe('v.i.c.t.i.m+x@gmail.example'),
  // The bytes as they came; an identifier with a blank in it names nothing, so the message goes by its hash.
  stored_verbatim: ({ message, raw }) => {
    expect(raw.bytes.toString('latin1')).toContain("Message-ID: <'||(select 1)||'@x>")
    expect(message?.external_id).toMatch(/^sha256:/)
  },
  // No test measures time, and a busy machine needs more for the same work: that it was read at all is what counts here. What it may
  // take is limited by the parser and shown for every mail of the corpus in mail-corpus.test.ts.
  parse_ms_below: ({ message }) => {
    expect(message).toBeDefined()
  },
  contact_disabled: ({ identity }) => expect(identity?.bad_since ?? null).toBeNull(),
  sla_clock: ({ message, raw }) => expect(message?.stored_at).toEqual(raw.received_at),
  stored: ({ message }) => expect(message).toBeDefined(),
}

/** Expectations that need more than one mail or a letter of ours; each has its own test below. */
const elsewhere = new Set([
  'messages_stored',
  'second_case',
  'no_header_injection_in_reply',
  'auto_ack_evaluates',
  'auto_ack_contains_subject_or_body',
  'rate_limited',
  'mails_sent_at_most',
  'http',
])

describe.skipIf(!isThere)('scenarios of the corpus (skipped where ../shared is absent)', () => {
  test('there are 26', () => {
    expect(scenarios).toHaveLength(26)
  })
  test.for(scenarios.map((one) => [one.id, one] as const))('%s', async ([, scenario]) => {
    const victim = await makeVictim()
    const rawId = await desk.deliver(mailFor(scenario, victim))
    const got = await outcome(rawId, victim)
    for (const [name, want] of Object.entries(scenario.expect)) {
      if (elsewhere.has(name)) continue
      const check = checks[name]
      if (!check) throw new Error(`nothing checks “${name}: ${String(want)}”`)
      check(got, want, victim)
    }
    expect(got.participants.filter((one) => one.standing !== 'to-confirm').map((one) => one.value)).toEqual([
      victim.address,
    ])
  })
  test.for(['no-msgid', 'arc-dkim-replay'])('%s: delivered again by another route it is heard once', async (id) => {
    const scenario = scenarios.find((one) => one.id === id)
    if (!scenario) throw new Error('not in the corpus')
    const victim = await makeVictim()
    const headers = { ...scenario, headers: { ...scenario.headers, Subject: `Replay ${id}` } }
    const first = await desk.deliver(
      mailFor(headers, victim, { Received: 'from a', 'Delivered-To': 'one@our.example' }),
    )
    const again = await desk.deliver(
      mailFor(headers, victim, { Received: 'from b', 'Delivered-To': 'two@our.example' }),
    )
    expect(again).not.toBe(first)
    expect((await outcome(first, victim)).message).toBeDefined()
    const replay = await outcome(again, victim)
    expect([replay.message, replay.disposition.kind]).toEqual([undefined, 'timeline'])
  })
})

test('subject-crlf, template-subject: a letter that names the subject has one line and evaluates nothing', async () => {
  const victim = await makeVictim()
  for (const subject of ['hi\rBcc: x@evil.example', '{{7*7}} ${7*7} <%= 7*7 %> #{7*7}']) {
    const messageId = await desk.as('system', (ctx) =>
      sendLetter(ctx, {
        conversationId: victim.conversationId,
        kind: 'answer',
        staffId: desk.founder,
        subject: `Re: ${subject}`,
        text: 'Hello',
        fileIds: [],
        inReplyTo: null,
      }),
    )
    const letter = await desk.as('system', ({ db }) =>
      db.selectFrom('message').select('subject').where('message_id', '=', messageId).executeTakeFirstOrThrow(),
    )
    expect(letter.subject).not.toMatch(/[\r\n]/)
    expect(letter.subject).not.toContain('49')
  }
})

test('relay-spam: an address that is not proved gets one automatic letter a day, however many mails are written in its name', async () => {
  let sent = 0
  for (let at = 0; at < 8; at++) {
    const rawId = await desk.deliver(
      mailOf(
        {
          From: 'relay@victims.example',
          To: 'support@our.example',
          Subject: `BUY NOW ${String(at)}`,
          'Message-ID': `<r${String(at)}@x>`,
        },
        'spam',
      ),
    )
    await desk.as('system', async (ctx) => {
      const message = await ctx.db
        .selectFrom('message')
        .select(['message_id', 'conversation_id'])
        .where('raw_id', '=', rawId)
        .executeTakeFirstOrThrow()
      const conversationId = message.conversation_id as ConversationId
      if ((await whyNotAutomatically(ctx, conversationId, message.message_id as MessageId)) !== null) return
      sent += 1
      await sendLetter(ctx, {
        conversationId,
        kind: 'acknowledgement',
        staffId: null,
        subject: 'We have it',
        text: 'Thank you.',
        fileIds: [],
        inReplyTo: null,
      })
    })
  }
  expect(sent).toBe(1)
})

test('loop-two-desks: the other desk’s acknowledgement is a machine’s, so nothing answers it', async () => {
  const rawId = await desk.deliver(
    mailOf(
      {
        From: 'desk@other.example',
        To: 'support@our.example',
        Subject: 'A complaint',
        'Message-ID': '<d1@other.example>',
      },
      'Our order is late.',
    ),
  )
  const before = await desk.as('system', ({ db }) =>
    db.selectFrom('live_event').select('sequence').where('kind', '=', 'message.received').execute(),
  )
  const answer = await desk.deliver(
    mailOf(
      {
        From: 'desk@other.example',
        To: 'support@our.example',
        Subject: 'Re: A complaint',
        'Message-ID': '<d2@other.example>',
        'Auto-Submitted': 'auto-replied',
      },
      'We have received your mail.',
    ),
  )
  expect(rawId).not.toBe(answer)
  const after = await desk.as('system', ({ db }) =>
    db.selectFrom('live_event').select('sequence').where('kind', '=', 'message.received').execute(),
  )
  expect(after).toHaveLength(before.length)
})

test('the victim joins by the keyed address; a stranger with the same address only waits; a guessed key is nothing', async () => {
  const victim = await makeVictim()
  const joined = await desk.deliver(
    mailOf({ From: victim.address, To: victim.replyTo, Subject: 'Re', 'Message-ID': '<j1@bank.example>' }, 'More.'),
  )
  expect((await outcome(joined, victim)).message).toMatchObject({
    conversation_id: victim.conversationId,
    standing: 'joined',
    joined_by: 'token',
  })
  const waits = await desk.deliver(
    mailOf(
      { From: 'attacker@evil.example', To: victim.replyTo, Subject: 'Re', 'Message-ID': '<j2@evil.example>' },
      'Show me.',
    ),
  )
  expect((await outcome(waits, victim)).message).toMatchObject({
    conversation_id: victim.conversationId,
    standing: 'to-confirm',
  })
  const guessed = victim.replyTo.replace(/[0-9a-f]{32}@/, `${'0'.repeat(32)}@`)
  const apart = await desk.deliver(
    mailOf({ From: victim.address, To: guessed, Subject: 'Re', 'Message-ID': '<j3@bank.example>' }, 'More.'),
  )
  expect((await outcome(apart, victim)).message?.conversation_id).not.toBe(victim.conversationId)
})

test('a reference joins only a participant whose address is proved', async () => {
  const victim = await makeVictim()
  const reply = (id: string, auth: string) =>
    mailOf(
      {
        'Authentication-Results': auth,
        From: victim.address,
        To: 'support@our.example',
        Subject: 'Re',
        'In-Reply-To': victim.ourMessageId,
        'Message-ID': id,
      },
      'More.',
    )
  const proved = await desk.deliver(reply('<p1@bank.example>', `${ourServer}; dmarc=pass header.from=bank.example`))
  expect((await outcome(proved, victim)).message).toMatchObject({
    conversation_id: victim.conversationId,
    standing: 'joined',
    joined_by: 'reference',
    authentication: 'verified',
  })
  const forged = await desk.deliver(reply('<p2@bank.example>', 'mx.evil.example; dmarc=pass header.from=bank.example'))
  expect((await outcome(forged, victim)).message).toMatchObject({ standing: 'to-confirm', authentication: 'none' })
})

test('who writes in our own name becomes nobody’s message; a person may release it with the real sender', async () => {
  const victim = await makeVictim()
  for (const from of ['support@our.example', victim.replyTo, 'SUPPORT@our.example']) {
    const rawId = await desk.deliver(
      mailOf({ From: from, To: 'support@our.example', Subject: 'Hello', 'Message-ID': `<own${from}>` }, `By ${from}`),
    )
    const { message, disposition } = await outcome(rawId, victim)
    expect([message, disposition.kind]).toEqual([undefined, 'quarantine'])
  }
})
