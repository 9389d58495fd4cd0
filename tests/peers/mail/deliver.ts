// Puts mails into a real Dovecot mailbox as a mail server does: by LMTP, a few at once, whatever their bytes are.
import SMTPConnection from 'nodemailer/lib/smtp-connection/index.js'

export interface ToDeliver {
  readonly name: string
  readonly bytes: Uint8Array
}

/** A mail that the mailbox server itself would not take, and what it said. */
export interface Undelivered {
  readonly name: string
  readonly words: string
}

const lanes = 4

/** In the order given as far as several lanes keep it. `from` is the envelope's sender, which becomes Return-Path. */
export async function deliver(
  lmtpPort: number,
  mails: readonly ToDeliver[],
  { to, from }: { readonly to: string; readonly from: string },
): Promise<readonly Undelivered[]> {
  const waiting = [...mails]
  const refused: Undelivered[] = []
  const lane = async (): Promise<void> => {
    for (let mail = waiting.shift(); mail !== undefined; mail = waiting.shift()) {
      const words = await hand(lmtpPort, mail, { to: [to], from })
      if (words !== null) refused.push({ name: mail.name, words })
    }
  }
  await Promise.all(Array.from({ length: lanes }, lane))
  return refused
}

/** Null when it was taken. Each has a connection of its own, so that one that breaks it breaks no other. */
function hand(port: number, mail: ToDeliver, envelope: { to: string[]; from: string }): Promise<string | null> {
  const connection = new SMTPConnection({ host: '127.0.0.1', port, lmtp: true, ignoreTLS: true, socketTimeout: 60_000 })
  return new Promise((resolve) => {
    const end = (words: string | null) => {
      connection.close()
      resolve(words)
    }
    connection.once('error', (error) => {
      end(error.message)
    })
    connection.connect(() => {
      connection.send(envelope, Buffer.from(mail.bytes), (error) => {
        end(error === null ? null : error.message)
      })
    })
  })
}
