// What a mail says, read from mails written by hand: `fixtures/`.
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { RawRecord } from '../channel.ts'
import { mailKey } from './mail-key.ts'
import { MailTooMuch, parseMail } from './parse-mail.ts'

const receivedAt = new Date('2026-06-01T08:00:00Z')
const raw = (bytes: Uint8Array): RawRecord => ({
  key: mailKey(bytes),
  bytes,
  mediaType: 'message/rfc822',
  receivedAt,
  proof: { kind: 'pulled' },
})
const fixture = (name: string) => raw(readFileSync(new URL(`fixtures/${name}.eml`, import.meta.url)))
const written = (...lines: readonly string[]) => raw(Buffer.from(lines.join('\r\n')))

describe('a plain answer of a customer', () => {
  it('keeps the full text and shows the new words', async () => {
    const mail = await parseMail(fixture('plain'))
    expect(mail.visibleText).toBe('It leaks. The serial number is K-991.')
    expect(mail.text).toContain('> Sorry Anna. What is the serial number?')
  })

  it('says who wrote, to which addresses, in which thread and when', async () => {
    const mail = await parseMail(fixture('plain'))
    expect(mail.author).toEqual({ kind: 'email', value: 'anna@example.test', display: 'Anna Berg', isSole: true })
    expect(mail.subject).toBe('My kettle leaks ☕')
    expect(mail.externalId).toBe('<m1@example.test>')
    expect(mail.addressedTo).toEqual([
      'support+c42.00112233445566778899aabbccddeeff@shop.test',
      'friend@example.test',
      'support@shop.test',
    ])
    expect(mail.thread).toEqual({
      replyTo: '<case-42.m1@shop.test>',
      references: ['<case-42.m0@shop.test>', '<case-42.m1@shop.test>'],
    })
    expect(mail.at).toEqual(new Date('2026-06-01T07:30:00Z'))
    expect(mail.authenticationResults).toEqual(['mail.shop.test; dkim=pass header.d=example.test; spf=none'])
    expect(mail.kind).toBe('message')
  })
})

describe('a hostile mail', () => {
  it('turns HTML into words without script, and file names into names only', async () => {
    const mail = await parseMail(fixture('html-only-with-hostile-names'))
    expect(mail.text).toBe('Broken\n\nIt leaks & hisses.')
    expect(mail.attachments.map((file) => file.name)).toEqual(['invoice.exe', 'photogpj.exe', 'attachment-3'])
    expect(Buffer.from(mail.attachments[0]?.bytes ?? []).toString()).toBe('hello')
  })

  it('takes the address in angle brackets for the author, whatever the name claims', async () => {
    const mail = await parseMail(fixture('html-only-with-hostile-names'))
    expect(mail.author).toEqual({
      kind: 'email',
      value: 'anna@example.test',
      display: 'boss@bank.example',
      isSole: true,
    })
  })

  it('does not believe a date in 1970 or in the future', async () => {
    expect((await parseMail(fixture('html-only-with-hostile-names'))).at).toEqual(receivedAt)
    expect((await parseMail(written('From: a@b.test', 'Date: Mon, 01 Jun 2099 09:30:00 +0200', '', 'x'))).at).toEqual(
      receivedAt,
    )
    expect((await parseMail(written('From: a@b.test', 'Date: yesterday', '', 'x'))).at).toEqual(receivedAt)
  })

  it('has no author without From, and is known by its content without Message-ID', async () => {
    const record = fixture('no-from-no-id')
    const mail = await parseMail(record)
    expect(mail.author).toBeNull()
    expect(mail.externalId).toBe(`sha256:${record.key}`)
    expect(mail.text.trim()).toBe('Somebody wrote this.')
  })

  it('with several authors has no sole one', async () => {
    expect((await parseMail(fixture('several-authors'))).author).toMatchObject({
      value: 'anna@example.test',
      isSole: false,
    })
    const twoFields = await parseMail(written('From: anna@example.test', 'From: mallory@evil.example', '', 'x'))
    expect(twoFields.author).toMatchObject({ value: 'anna@example.test', isSole: false })
  })

  it('cannot pass a quoted local part, a comment or an encoded word for somebody else', async () => {
    const author = async (from: string) => (await parseMail(written(`From: ${from}`, '', 'x'))).author?.value
    expect(await author('"victim@bank.example"@evil.example')).toBe('"victim@bank.example"@evil.example')
    expect(await author('attacker(victim@bank.example)@evil.example')).toBe('attacker@evil.example')
    expect(await author('=?utf-8?b?dmljdGltQGJhbmsuZXhhbXBsZQ==?==?utf-8?Q?=00?=@evil.example')).toMatch(
      /@evil\.example$/,
    )
  })

  it('leaves nothing the database refuses and no line break in a subject', async () => {
    const mail = await parseMail(fixture('nul-and-half-characters'))
    expect(mail.subject).toBe('a b Bcc: x@evil.example')
    expect(mail.text.trim()).toBe('onetwo\ufffdend')
    expect(JSON.stringify(mail)).not.toContain('\\u0000')
  })

  it('with a thousand references keeps the first and the nearest 199', async () => {
    const references = Array.from({ length: 1000 }, (_, at) => `<r${String(at)}@x>`)
    const mail = await parseMail(written('From: a@b.test', `References: ${references.join('\r\n ')}`, '', 'x'))
    expect(mail.thread.references).toHaveLength(200)
    expect([mail.thread.references[0], mail.thread.references[1], mail.thread.references[199]]).toEqual([
      '<r0@x>',
      '<r801@x>',
      '<r999@x>',
    ])
  })

  it('says what it cut', async () => {
    const mail = await parseMail(written('From: a@b.test', '', 'a'.repeat(1_200_000)))
    expect(mail.text).toHaveLength(1_000_000)
    expect(mail.cut).toHaveLength(1)
  })

  it('nested too deeply, or fetched only in part, is refused with a reason', async () => {
    const nested = Array.from(
      { length: 150 },
      (_, at) => `Content-Type: multipart/mixed; boundary=b${String(at)}\r\n\r\n--b${String(at)}`,
    )
    await expect(parseMail(written(...nested))).rejects.toThrow(MailTooMuch)
    const headersOnly = {
      ...fixture('plain'),
      mediaType: 'text/rfc822-headers',
      proof: { kind: 'pulled' as const, detail: 'too large' },
    }
    await expect(parseMail(headersOnly)).rejects.toThrow('too large')
  })
})

describe('reports', () => {
  it('a bounce names the letter, the address and whether it is for good', async () => {
    const mail = await parseMail(fixture('bounce'))
    expect(mail.kind).toBe('bounce')
    expect(mail.delivery).toEqual({
      recipient: 'gone@example.test',
      status: '5.1.1',
      isPermanent: true,
      envelopeId: 'letter-7',
      originalMessageId: '<letter-7@shop.test>',
    })
  })

  it('an abuse report and an automatic answer are what they are', async () => {
    expect((await parseMail(fixture('spam-report'))).kind).toBe('spam-report')
    expect((await parseMail(fixture('vacation-by-header'))).kind).toBe('auto-reply')
    expect((await parseMail(fixture('vacation-by-subject'))).kind).toBe('auto-reply')
    expect((await parseMail(fixture('person-through-a-list'))).kind).toBe('message')
  })
})

describe('the key of a mail', () => {
  const mail = (...lines: readonly string[]) => mailKey(Buffer.from(lines.join('\r\n')))

  it('is the same by another route', () => {
    const once = mail('Received: by a', 'From: a@b', 'Message-ID: <1@b>', '', 'text')
    expect(mail('Delivered-To: x', 'Received: by c', 'From: a@b', 'Message-ID: <1@b>', '', 'text')).toBe(once)
  })

  it('is another for another text under the same Message-ID: a guessed one makes nobody disappear', () => {
    expect(mail('From: a@b', 'Message-ID: <1@b>', '', 'text')).not.toBe(
      mail('From: a@b', 'Message-ID: <1@b>', '', 'other'),
    )
  })

  it('goes by all bytes where nothing identifies, and stands any bytes', () => {
    expect(mail('X: 1', '', 'text')).not.toBe(mail('X: 2', '', 'text'))
    expect(mailKey(new Uint8Array())).toHaveLength(64)
    expect(mailKey(new Uint8Array(1000).fill(255))).toHaveLength(64)
  })
})
