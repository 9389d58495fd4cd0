// A real SMTP server on loopback that remembers its connections, and that misbehaves as a test wishes.
import type { AddressInfo, Socket } from 'node:net'
import { SMTPServer } from 'smtp-server'

export interface FarConnection {
  readonly socket: Socket
  /** `user:password`, where somebody logged in. */
  login: string | null
  /** Message-IDs of the letters that came whole, whatever was answered. */
  readonly letters: string[]
  /** What stood above the text of the last one. */
  head: string
  /** Whether the other side went in order. */
  saidQuit: boolean
}

export interface LetterServer {
  readonly port: number
  /** In the order they were opened; closed ones stay. */
  readonly connections: readonly FarConnection[]
  open(): readonly FarConnection[]
  /** What goes wrong, by the step; undefined goes well. Forgotten by `renew`. */
  faults: {
    onSender?: (connection: FarConnection) => Error | undefined
    onRecipient?: (address: string) => Error | undefined
    onLetter?: (connection: FarConnection) => Error | undefined
  }
  /** Forgets connections, hanging up where one is open, and faults. */
  renew(): void
  stop(): Promise<void>
}

/** What a server answers instead of 250. */
export const refusal = (responseCode: number, words: string): Error => Object.assign(new Error(words), { responseCode })

export async function openLetterServer(): Promise<LetterServer> {
  const connections: FarConnection[] = []
  const at = (port: number | undefined): FarConnection => {
    const found = connections.find(({ socket }) => socket.remotePort === port)
    if (!found) throw new Error('no such connection')
    return found
  }
  const server = new SMTPServer({
    authOptional: true,
    allowInsecureAuth: true,
    disableReverseLookup: true,
    disabledCommands: ['STARTTLS'],
    closeTimeout: 100,
    onAuth: ({ username, password }, { remotePort }, done) => {
      at(remotePort).login = `${username ?? ''}:${password ?? ''}`
      done(null, { user: username })
    },
    onMailFrom: (_from, { remotePort }, done) => {
      done(far.faults.onSender?.(at(remotePort)))
    },
    onRcptTo: ({ address }, _session, done) => {
      done(far.faults.onRecipient?.(address))
    },
    onData: (stream, { remotePort }, done) => {
      const connection = at(remotePort)
      const pieces: Buffer[] = []
      stream.on('data', (piece: Buffer) => pieces.push(piece))
      stream.once('end', () => {
        const [head = ''] = Buffer.concat(pieces).toString('latin1').split('\r\n\r\n', 1)
        connection.head = head
        connection.letters.push(/^Message-ID: (.*)$/im.exec(head)?.[1]?.trim() ?? '')
        done(far.faults.onLetter?.(connection))
      })
    },
  })
  server.on('error', () => undefined) // a connection that broke shows in the letter that is missing
  server.server.on('connection', (socket: Socket) => {
    const connection: FarConnection = { socket, login: null, letters: [], head: '', saidQuit: false }
    connections.push(connection)
    socket.on('data', (bytes) => {
      if (bytes.toString('latin1') === 'QUIT\r\n') connection.saidQuit = true
    })
  })
  await new Promise<void>((listening) => {
    server.listen(0, '127.0.0.1', listening)
  })
  const open = (): readonly FarConnection[] => connections.filter(({ socket }) => !socket.destroyed)
  const far: LetterServer = {
    port: (server.server.address() as AddressInfo).port,
    connections,
    open,
    faults: {},
    renew: () => {
      far.faults = {}
      for (const { socket } of open()) socket.destroy()
      connections.length = 0
    },
    stop: () =>
      new Promise((stopped) => {
        server.close(stopped)
      }),
  }
  return far
}
