// Only our own mail server's word counts, only a pass, and only for the domain in From.
import { describe, expect, it } from 'vitest'
import { judgeSender } from './authentication-results.ts'

const judge = (...fields: readonly string[]) =>
  judgeSender(fields, 'mail.shop.test', 'anna@example.test', true).isVerified

describe('a sender', () => {
  it.each([
    'mail.shop.test; dkim=pass header.d=example.test header.s=s1',
    'Mail.Shop.Test 1; spf=fail smtp.mailfrom=x@y; dkim=pass (2048-bit; good) header.d=example.test',
    'mail.shop.test; dmarc=pass (p=reject; dis=none) header.from=example.test',
    'mail.shop.test; dkim=fail header.d=example.test; DKIM=Pass header.i=@example.test header.d=Example.Test',
  ])('is verified by %s', (field) => {
    expect(judge(field)).toBe(true)
  })

  it.each([
    'mail.evil.example; dkim=pass header.d=example.test',
    'mail.shop.test; dkim=neutral header.d=example.test',
    'mail.shop.test; dkim=pass header.d=evil.example',
    'mail.shop.test; dkim=pass header.d=ample.test',
    'mail.shop.test; dkim=pass header.d=test',
    'mail.shop.test; spf=pass smtp.mailfrom=anna@example.test',
    'mail.shop.test; dmarc=pass header.from=evil.example',
    'mail.shop.test; dkim=fail (dkim=pass header.d=example.test) header.d=example.test',
    'mail.shop.test; dkim=fail reason="; dkim=pass header.d=example.test"',
    'mail.shop.test; none',
    'mail.shop.test',
    '((((((',
  ])('is not verified by %s', (field) => {
    expect(judge(field)).toBe(false)
  })

  it('is judged by the top-most field of the trusted server', () => {
    const pass = 'mail.shop.test; dkim=pass header.d=example.test'
    expect(judge('mail.shop.test; dkim=fail header.d=example.test', pass)).toBe(false)
    expect(judge('other.test; none', pass)).toBe(true)
  })

  it('is nobody where no server is trusted, no author is named or several are', () => {
    const pass = ['; dkim=pass header.d=example.test', 'mail.shop.test; dkim=pass header.d=example.test']
    expect(judgeSender(pass, '', 'anna@example.test', true).isVerified).toBe(false)
    expect(judgeSender(pass, 'mail.shop.test', null, true).isVerified).toBe(false)
    expect(judgeSender(pass, 'mail.shop.test', 'anna@example.test', false).isVerified).toBe(false)
  })

  it('may write below a signing domain, and the reason is told', () => {
    expect(
      judgeSender(
        ['mail.shop.test; dkim=pass header.d=example.test'],
        'mail.shop.test',
        'anna@post.example.test',
        true,
      ),
    ).toEqual({
      isVerified: true,
      how: 'dkim',
      why: 'mail.shop.test: dkim=pass by example.test',
    })
  })
})
