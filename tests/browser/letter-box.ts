// A mail server on loopback that takes every letter and keeps it, so that answers of a browser test have somewhere to go.
import { SMTPServer } from 'smtp-server'

export interface LetterBox {
  readonly port: number
  /** Whole letters as they came, oldest first. */
  readonly letters: readonly string[]
  close(): Promise<void>
}

export async function openLetterBox(): Promise<LetterBox> {
  const letters: string[] = []
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData: (stream, _session, done) => {
      const pieces: Buffer[] = []
      stream.on('data', (piece: Buffer) => pieces.push(piece))
      stream.on('end', () => {
        letters.push(Buffer.concat(pieces).toString('utf8'))
        done()
      })
    },
  })
  const port = await new Promise<number>((resolve) => {
    const listening = server.listen(0, '127.0.0.1', () => {
      const address = listening.address()
      resolve(address !== null && typeof address === 'object' ? address.port : 0)
    })
  })
  return {
    port,
    letters,
    close: () =>
      new Promise((resolve) => {
        server.close(resolve)
      }),
  }
}
