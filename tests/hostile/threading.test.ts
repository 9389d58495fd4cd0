// Who may join a conversation: the scenarios of the hostile corpus against the desk, each with a conversation of a victim to be broken into.
import { existsSync, readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { mailOf, openMailDesk, ourServer, type MailDesk } from '../setup/mail-desk.ts'
import { makeVictim, outcome, type Outcome, type Victim } from './victim.ts'

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

/** Expectations that need more than one mail or a letter of ours; each has its own test in joining.test.ts. */
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
    const victim = await makeVictim(desk)
    const rawId = await desk.deliver(mailFor(scenario, victim))
    const got = await outcome(desk, rawId, victim)
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
    const victim = await makeVictim(desk)
    const headers = { ...scenario, headers: { ...scenario.headers, Subject: `Replay ${id}` } }
    const first = await desk.deliver(
      mailFor(headers, victim, { Received: 'from a', 'Delivered-To': 'one@our.example' }),
    )
    const again = await desk.deliver(
      mailFor(headers, victim, { Received: 'from b', 'Delivered-To': 'two@our.example' }),
    )
    expect(again).not.toBe(first)
    expect((await outcome(desk, first, victim)).message).toBeDefined()
    const replay = await outcome(desk, again, victim)
    expect([replay.message, replay.disposition.kind]).toEqual([undefined, 'timeline'])
  })
})
