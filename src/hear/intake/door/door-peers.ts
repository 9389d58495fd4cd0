// Who may knock at the door for mail: addresses and networks, or anybody. Only what a named one hands over can vouch for its sender.
import { BlockList, isIP } from 'node:net'

/** `any`: every machine may hand mail over, and the word of none of them but these counts. */
export interface DoorPeers {
  readonly named: readonly string[]
  readonly any: boolean
}

export const loopbackPeers: DoorPeers = { named: ['127.0.0.0/8', '::1'], any: false }

/** As in `10.0.0.0/8, 192.0.2.7, ::1` or `any`; null where it is neither. Whoever is on this machine is always named. */
export function readPeers(text: string): DoorPeers | null {
  const words = text
    .split(',')
    .map((word) => word.trim())
    .filter((word) => word !== '')
  const named = words.filter((word) => word !== 'any')
  if (!named.every((word) => isNetwork(word))) return null
  return { named: [...loopbackPeers.named, ...named], any: words.includes('any') }
}

function isNetwork(word: string): boolean {
  const [address = '', bits, ...more] = word.split('/')
  const family = isIP(address)
  if (family === 0 || more.length > 0) return false
  return bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= (family === 4 ? 32 : 128))
}

/** `named`: its word on senders counts as far as the mailbox trusts its name. `stranger`: its mail is taken and proves nothing. */
export type Standing = 'named' | 'stranger' | 'refused'

/** A judge of addresses, IPv4 ones in the clothes of IPv6 included. */
export function judgeOf({ named, any }: DoorPeers): (address: string) => Standing {
  const list = new BlockList()
  for (const word of named) {
    const [address = '', bits] = word.split('/')
    const family = isIP(address) === 6 ? 'ipv6' : 'ipv4'
    if (bits === undefined) list.addAddress(address, family)
    else list.addSubnet(address, Number(bits), family)
  }
  return (given) => {
    const address = given.replace(/^::ffff:(?=\d+\.)/i, '')
    const family = isIP(address)
    if (family !== 0 && list.check(address, family === 6 ? 'ipv6' : 'ipv4')) return 'named'
    return any && family !== 0 ? 'stranger' : 'refused'
  }
}
