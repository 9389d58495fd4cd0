// Who may knock: named machines and networks, IPv4 in the clothes of IPv6 as well; of anybody else the word counts for nothing.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { judgeOf, readPeers } from './door-peers.ts'

const judge = (text: string) => {
  const peers = readPeers(text)
  if (!peers) throw new Error(`no list: ${text}`)
  return judgeOf(peers)
}

test('without a word only this machine may', () => {
  const alone = judge('')
  expect(['127.0.0.1', '127.9.9.9', '::1', '::ffff:127.0.0.1'].map(alone)).toEqual(['named', 'named', 'named', 'named'])
  expect(['10.0.0.1', '::2', '203.0.113.9', '', 'localhost'].map(alone)).toEqual(Array(5).fill('refused'))
})

test('networks end where they say', () => {
  const some = judge(' 10.1.0.0/16, 192.0.2.7 ,2001:db8::/32')
  expect(['10.1.255.255', '10.2.0.0', '192.0.2.7', '192.0.2.8', '2001:db8:1::1', '2001:db9::1'].map(some)).toEqual([
    'named',
    'refused',
    'named',
    'refused',
    'named',
    'refused',
  ])
})

test('any lets everybody in, as a stranger', () => {
  const open = judge('any, 192.0.2.7')
  expect(['192.0.2.7', '203.0.113.9', '::ffff:203.0.113.9', 'nonsense'].map(open)).toEqual([
    'named',
    'stranger',
    'stranger',
    'refused',
  ])
})

test('what is no address or network is refused as a list', () => {
  for (const text of ['10.0.0.0/33', 'mx.example.org', '10.0.0', '::/129', '1.2.3.4/', '1.2.3.4/8/9', '*'])
    expect(readPeers(text), text).toBeNull()
})

test('whatever is written or knocks, nothing throws', () => {
  fc.assert(
    fc.property(fc.string(), fc.oneof(fc.ipV4(), fc.ipV6(), fc.string()), (text, address) => {
      const peers = readPeers(text)
      expect(['named', 'stranger', 'refused']).toContain(judgeOf(peers ?? { named: [], any: true })(address))
    }),
  )
})
