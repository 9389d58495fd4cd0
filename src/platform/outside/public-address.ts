// Which addresses lie in the public internet: everything that the registries of special addresses (RFC 6890 and after) do not set apart.
import { BlockList, isIPv6 } from 'node:net'

const setApart = new BlockList()
for (const [net, prefix] of [
  ...([['0.0.0.0', 8], ['10.0.0.0', 8], ['100.64.0.0', 10], ['127.0.0.0', 8], ['169.254.0.0', 16]] as const), // prettier-ignore
  ...([['172.16.0.0', 12], ['192.0.0.0', 24], ['192.0.2.0', 24], ['192.31.196.0', 24], ['192.52.193.0', 24]] as const), // prettier-ignore
  ...([
    ['192.88.99.0', 24],
    ['192.168.0.0', 16],
    ['192.175.48.0', 24],
    ['198.18.0.0', 15],
  ] as const),
  ...([
    ['198.51.100.0', 24],
    ['203.0.113.0', 24],
    ['224.0.0.0', 4],
    ['240.0.0.0', 4],
  ] as const),
] as const)
  setApart.addSubnet(net, prefix, 'ipv4')
// Within the only block of IPv6 that is given out: protocol assignments with Teredo, documentation, 6to4.
for (const [net, prefix] of [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['2620:4f:8000::', 48],
  ['3fff::', 20],
] as const)
  // prettier-ignore
  setApart.addSubnet(net, prefix, 'ipv6')
const givenOut = new BlockList()
givenOut.addSubnet('2000::', 3, 'ipv6')

const loopback = new BlockList()
loopback.addSubnet('127.0.0.0', 8, 'ipv4')
loopback.addAddress('::1', 'ipv6')

/** IPv4 addresses in clothes of IPv6 are none. @param address as a resolver answers it */
export const isPublicAddress = (address: string): boolean =>
  isIPv6(address)
    ? givenOut.check(address, 'ipv6') && !setApart.check(address, 'ipv6')
    : !setApart.check(address, 'ipv4')

export const isLoopback = (address: string): boolean => loopback.check(address, isIPv6(address) ? 'ipv6' : 'ipv4')
