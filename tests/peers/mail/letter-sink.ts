// Where a desk's letters end in a test that lets nothing out: an SMTP server on loopback that takes everything and keeps it.
import type { AddressInfo } from 'node:net'
import { SMTPServer } from 'smtp-server'

export interface SunkLetter {
  readonly from: string
  readonly to: readonly string[]
  readonly raw: string
}

export interface LetterSink {
  readonly port: number
  readonly letters: readonly SunkLetter[]
  stop(): Promise<void>
}

export async function openLetterSink(): Promise<LetterSink> {
  const letters: SunkLetter[] = []
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    onData: (stream, session, done) => {
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.once('end', () => {
        const { mailFrom, rcptTo } = session.envelope
        letters.push({
          from: mailFrom === false ? '' : mailFrom.address,
          to: rcptTo.map(({ address }) => address),
          raw: Buffer.concat(chunks).toString('latin1'),
        })
        done()
      })
    },
  })
  server.on('error', () => undefined) // a connection that broke shows in the letter that is missing
  await new Promise<void>((listening) => {
    server.listen(0, '127.0.0.1', listening)
  })
  return {
    port: (server.server.address() as AddressInfo).port,
    letters,
    stop: () =>
      new Promise((stopped) => {
        server.close(() => {
          stopped()
        })
      }),
  }
}
