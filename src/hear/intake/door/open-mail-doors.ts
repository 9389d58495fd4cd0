// The doors for mail: a mail server hands it over by LMTP or SMTP, and is told that it was taken once it is stored. Nothing is ever passed on, and
// nobody logs in. What is too much at once is asked to come later; the server that sends keeps it meanwhile.
import type { AddressInfo } from 'node:net'
import type { SMTPServer, SMTPServerDataStream, SMTPServerSession } from 'smtp-server'
import type { House } from '../../../platform/context/house.ts'
import { Refusal } from '../../../shared/errors.ts'
import { judgeOf, type DoorPeers } from './door-peers.ts'
import { handOverMail, mailboxFor, type Peer } from './hand-over-mail.ts'
import type { MailboxAt } from './mailboxes-at.sql.ts'

export interface DoorAddress {
  readonly protocol: 'LMTP' | 'SMTP'
  readonly host: string
  readonly port: number
}

export interface DoorSettings {
  readonly doors: readonly DoorAddress[]
  readonly peers: DoorPeers
  /** In PEM; null: no encryption is offered. */
  readonly tls: { readonly certificate: string; readonly key: string } | null
}

export interface OpenDoors {
  /** Where they are open, ports that the system chose included. */
  readonly at: readonly DoorAddress[]
  close(): Promise<void>
}

export const mostBytes = 50_000_000
/** Of mails that are being handed over together. */
const mostBytesAtOnce = 150_000_000
const mostRecipients = 100
const mostClients = 50
const mostOfAStranger = 5

/** @throws Refusal('wrong-state') where one cannot be opened; then none is */
export async function openMailDoors(house: House, { doors, peers, tls }: DoorSettings): Promise<OpenDoors> {
  const { SMTPServer: Server } = await import('smtp-server')
  const opened: { readonly server: SMTPServer; readonly at: DoorAddress }[] = []
  const close = async () => {
    await Promise.all(
      opened.map(
        ({ server }) =>
          new Promise<void>((done) => {
            server.close(() => {
              done()
            })
          }),
      ),
    )
  }
  const flight: Flight = { bytes: 0, strangers: new Map() }
  try {
    for (const door of doors) {
      const server = new Server({
        ...{ lmtp: door.protocol === 'LMTP', name: new URL(house.publicUrl).hostname, banner: 'Amends' },
        ...{ size: mostBytes, rejectOversized: true, maxRecipients: mostRecipients, maxClients: mostClients },
        ...{ socketTimeout: 60_000, closeTimeout: 2000, disableReverseLookup: true, authOptional: true },
        ...(tls === null ? {} : { cert: tls.certificate, key: tls.key }),
        disabledCommands: tls === null ? ['AUTH', 'STARTTLS'] : ['AUTH'],
        ...handlers(house, door.protocol, judgeOf(peers), flight),
      })
      server.on('error', (error) => {
        house.log.info({ error: error.message }, 'a connection at the door for mail failed')
      })
      opened.push({ server, at: { ...door, port: await listen(server, door) } })
    }
  } catch (error) {
    await close()
    throw error
  }
  return { at: opened.map(({ at }) => at), close }
}

function listen(server: SMTPServer, { protocol, host, port }: DoorAddress): Promise<number> {
  return new Promise((resolve, reject) => {
    const fail = (error: NodeJS.ErrnoException): void => {
      reject(
        new Refusal(
          'wrong-state',
          `The door for mail by ${protocol} cannot be opened on ${host}:${String(port)} (${error.code ?? error.message}).`,
        ),
      )
    }
    server.server.once('error', fail)
    server.listen(port, host, () => {
      server.server.off('error', fail)
      resolve((server.server.address() as AddressInfo).port)
    })
  })
}

/** What is being handed over now. */
interface Flight {
  bytes: number
  readonly strangers: Map<string, number>
}

type Done = (error?: Error | null) => void
type Places = Map<string, MailboxAt>
const places = new WeakMap<SMTPServerSession, Places>()

function handlers(house: House, protocol: DoorAddress['protocol'], judge: ReturnType<typeof judgeOf>, flight: Flight) {
  const failed = (error: unknown, words: string): Error => {
    house.log.warn({ err: error }, words)
    return reply(451, 'We cannot take this mail now. Please come again.')
  }
  return {
    onConnect: ({ remoteAddress }: SMTPServerSession, done: Done): void => {
      const standing = judge(remoteAddress)
      const there = flight.strangers.get(remoteAddress) ?? 0
      if (standing === 'refused') done(reply(554, 'You are not known here.'))
      else if (standing === 'stranger' && there >= mostOfAStranger) done(reply(421, 'One after the other, please.'))
      else {
        flight.strangers.set(remoteAddress, there + 1)
        done()
      }
    },
    onClose: ({ remoteAddress }: SMTPServerSession): void => {
      const there = (flight.strangers.get(remoteAddress) ?? 1) - 1
      if (there <= 0) flight.strangers.delete(remoteAddress)
      else flight.strangers.set(remoteAddress, there)
    },
    onRcptTo: ({ address }: { readonly address: string }, session: SMTPServerSession, done: Done): void => {
      mailboxFor(house, address).then(
        (mailbox) => {
          if (mailbox === null) done(reply(550, 'No such mailbox here.'))
          else if (mailbox.isOff) done(reply(450, 'This mailbox is switched off for now.'))
          else {
            const known = places.get(session) ?? new Map<string, MailboxAt>()
            places.set(session, known.set(address, mailbox))
            done()
          }
        },
        (error: unknown) => {
          done(failed(error, 'the door for mail could not ask whose an address is'))
        },
      )
    },
    onData: (stream: SMTPServerDataStream, session: SMTPServerSession, done: Done): void => {
      const standing = judge(session.remoteAddress) === 'named' ? 'named' : 'stranger'
      take(house, stream, session, flight, { standing, address: session.remoteAddress, protocol }).then(
        () => {
          done()
        },
        (error: unknown) => {
          done(error instanceof Reply ? error : failed(error, 'a mail that was handed over could not be stored'))
        },
      )
    },
  }
}

async function take(
  house: House,
  stream: SMTPServerDataStream,
  session: SMTPServerSession,
  flight: Flight,
  peer: Peer,
): Promise<void> {
  const { mailFrom, rcptTo } = session.envelope
  const known = places.get(session)
  const recipients = rcptTo.flatMap(({ address }) => {
    const mailbox = known?.get(address)
    return mailbox ? [{ address, mailbox }] : []
  })
  let size = 0
  try {
    const pieces: Buffer[] = []
    let isTooMuch = false
    for await (const piece of stream as AsyncIterable<Buffer>) {
      size += piece.length
      flight.bytes += piece.length
      isTooMuch ||= flight.bytes > mostBytesAtOnce || stream.sizeExceeded
      if (isTooMuch) pieces.length = 0
      else pieces.push(piece)
    }
    if (stream.sizeExceeded) throw reply(552, 'This mail is larger than we take.')
    if (isTooMuch) throw reply(452, 'Too much comes in at once. Please come again.')
    const sender = mailFrom === false ? '' : mailFrom.address
    await handOverMail(house, { sender, recipients, bytes: Buffer.concat(pieces) }, peer)
  } finally {
    flight.bytes -= size
  }
}

class Reply extends Error {
  readonly responseCode: number

  constructor(responseCode: number, words: string) {
    super(words)
    this.responseCode = responseCode
  }
}

const reply = (code: number, words: string): Reply => new Reply(code, words)
