// What the environment says of the doors for mail, and what it cannot say.
import { expect, test } from 'vitest'
import { readConfig } from './config.ts'

const doors = (env: Readonly<Record<string, string>>) => readConfig({}, env).mailDoors

test('no door is open unless one is asked for', () => {
  expect(doors({})).toMatchObject({ doors: [], tls: null, peers: { any: false } })
})

test('doors are addresses with a port, IPv6 in brackets', () => {
  expect(doors({ AMENDS_LMTP: '127.0.0.1:2424', AMENDS_SMTP: '[::]:25' }).doors).toEqual([
    { protocol: 'LMTP', host: '127.0.0.1', port: 2424 },
    { protocol: 'SMTP', host: '::', port: 25 },
  ])
})

test('what is not right is said in a sentence that names the setting', () => {
  for (const [name, text] of [
    ['AMENDS_LMTP', '2424'],
    ['AMENDS_SMTP', 'host:99999'],
    ['AMENDS_SMTP', 'host:'],
    ['AMENDS_MAIL_PEERS', 'mx.example.org'],
    ['AMENDS_MAIL_KEY', '/key.pem'],
  ] as const)
    expect(() => doors({ [name]: text }), text).toThrow(name)
})
