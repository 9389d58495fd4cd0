// The mail channel: a mailbox read by IMAP, letters sent by SMTP. What it does is in the files it names.
import { once } from 'node:events'
import type { PostBox } from '../../../platform/context/house.ts'
import { OutsideFailure, Refusal } from '../../../shared/errors.ts'
import type { Batch, ChannelAdapter, Health, Io } from '../channel.ts'
import { isRead, mailConfig } from './mail.schema.ts'
import type { MailConfig } from './mail.schema.ts'
import { openMailbox } from './open-mailbox.ts'
import { readMailbox } from './read-mailbox.ts'
import type { MailCursor } from './read-mailbox.ts'
import { sendMail, trySending } from './send-mail.ts'
import { keepLines } from './smtp-lines.ts'

export const mailChannel = {
  kind: 'mail',
  version: 1,
  caps: { send: true, private: true, edit: false, delete: false },
  parseConfig: readConfig,
  check: async (config, io) => {
    const [reading, sending] = await Promise.all([checkReading(config, io), checkSending(config, io)])
    return { isWell: reading.isWell && sending.isWell, words: `${reading.words} ${sending.words}` }
  },
  read: (config, from, io) => {
    if (io.postBox) return readNothing(io, sampleWords(io.postBox))
    return isRead(config) ? readMailbox(config, from, io) : readNothing(io, doorWords(io))
  },
  // Loaded where mail is parsed: in a process of its own.
  parse: async (raw) => [await (await import('./parse-mail.ts')).parseMail(raw)],
  openSending: () => {
    const lines = keepLines()
    return {
      send: (config, out, key, io) => sendMail(lines, config, out, key, io),
      close: () => {
        lines.close()
      },
    }
  },
} as const satisfies ChannelAdapter<MailConfig, MailCursor>

const sampleWords = ({ folder }: PostBox): Health => ({
  isWell: true,
  words: `This is the post box of the sample company: every letter is kept as a file in ${folder}. None leaves this machine, and no mail is read.`,
})

/** How it goes with a mailbox whose mail is handed over. */
function doorWords({ mailDoors }: Io): Health {
  if (mailDoors.length > 0)
    return { isWell: true, words: `Your mail server hands mail over by ${mailDoors.join(' or ')}.` }
  return { isWell: false, words: 'No door for mail is open: start the desk with AMENDS_LMTP or AMENDS_SMTP.' }
}

/** Nothing is fetched: what comes in comes by itself, or not at all. */
function readNothing(io: Io, health: Health): AsyncIterable<Batch<MailCursor>> {
  io.report(health)
  const next = async () => {
    if (!io.signal.aborted) await once(io.signal, 'abort')
    return { done: true, value: undefined } as const
  }
  return { [Symbol.asyncIterator]: () => ({ next }) }
}

function readConfig(settings: unknown): MailConfig {
  const read = mailConfig.safeParse(settings)
  if (read.success) return read.data
  const fields = Object.fromEntries(read.error.issues.map((issue) => [`/${issue.path.join('/')}`, issue.message]))
  throw new Refusal('invalid', 'The settings of the mail channel are not complete.', fields)
}

/** Logs in and opens the mailbox, changing nothing there. */
export const checkReading = (config: MailConfig, io: Io): Promise<Health> =>
  inWords(async () => {
    if (io.postBox) return 'Nothing is asked: the sample company reads no mailbox.'
    if (!isRead(config)) return doorIsOpen(io)
    const { client, mailbox } = await openMailbox(config, io)
    client.close()
    return `The mailbox ${config.imap.mailbox} can be read; it holds ${String(mailbox.exists)} mails.`
  })

function doorIsOpen(io: Io): string {
  const { isWell, words } = doorWords(io)
  if (!isWell) throw new OutsideFailure('door for mail', words, false)
  return words
}

/** Connects and logs in to the server that sends, without sending. */
export const checkSending = (config: MailConfig, io: Io): Promise<Health> =>
  inWords(async () => {
    await trySending(config, io)
    if (io.postBox) return 'Nothing is asked: letters of the sample company go into its post box.'
    return `Letters can be sent by ${config.smtp.host}.`
  })

async function inWords(attempt: () => Promise<string>): Promise<Health> {
  try {
    return { isWell: true, words: await attempt() }
  } catch (error) {
    if (error instanceof OutsideFailure) return { isWell: false, words: error.message }
    throw error
  }
}
