// Reads a mailbox for ever: by IDLE, and by looking every minute in case a push fails to come. Reconnects by itself.
import { setTimeout as pause } from 'node:timers/promises'
import type { ImapFlow } from 'imapflow'
import type { OutsideFailure } from '../../../shared/errors.ts'
import type { Batch, Io } from '../channel.ts'
import { explainFailure } from './explain-failure.ts'
import { fetchMails, listNext, newUids } from './fetch-mails.ts'
import type { ImapConfig } from './mail.schema.ts'
import { openMailbox } from './open-mailbox.ts'

/** The last mail taken over. Numbers count only within one mailbox and one `uidValidity`. */
export interface MailCursor {
  readonly mailbox: string
  readonly uidValidity: string
  readonly uid: number
}

/**
 * Yields until the signal aborts. A batch's cursor is to be committed with its records before the next is asked for; after
 * a break it goes on from there. If the server made the mailbox anew (uidValidity), all of it is read again: the same mails
 * have the same keys. Trouble that may pass is reported to `io` and tried again, at first after a second, then ever
 * more slowly up to five minutes; throws `OutsideFailure` only when trying again cannot help.
 */
export async function* readMailbox(
  config: ImapConfig,
  from: MailCursor | null,
  io: Io,
): AsyncGenerator<Batch<MailCursor>, void, undefined> {
  let cursor = from
  let failures = 0
  while (!io.signal.aborted) {
    let failure: OutsideFailure | null = null
    try {
      for await (const batch of follow(config, cursor, io)) {
        failures = 0
        yield batch
        cursor = batch.next
      }
    } catch (error) {
      failure = explainFailure('mailbox', config.imap, config.imap.user, error)
    }
    if (stopped(io)) return
    if (failure !== null) io.report({ isWell: false, words: failure.message })
    if (failure?.retry === false) throw failure
    failures += 1
    await pause(backOff(failures, io), undefined, { signal: io.signal }).catch(() => undefined)
  }
}

/** One connection's worth of batches. Ends when the connection does. */
async function* follow(
  config: ImapConfig,
  from: MailCursor | null,
  io: Io,
): AsyncGenerator<Batch<MailCursor>, void, undefined> {
  const { client, mailbox } = await openMailbox(config, io)
  try {
    io.report({ isWell: true, words: `Reading ${config.imap.mailbox} of ${config.imap.user}` })
    const uidValidity = String(mailbox.uidValidity)
    const isKnown = from?.mailbox === config.imap.mailbox && from.uidValidity === uidValidity
    if (from !== null && !isKnown)
      io.log.warn({ from, uidValidity }, 'The mailbox was made anew or changed: all of it is read again')
    const start = from === null && !config.readsOldMail ? mailbox.uidNext - 1 : 0
    let uid = isKnown ? from.uid : start
    const limits = {
      maxBytes: config.maxBytes,
      now: () => io.now(),
      mailbox: config.imap.mailbox,
      place: `${config.imap.mailbox}/${uidValidity}`,
    }
    const place = (at: number): MailCursor => ({ mailbox: config.imap.mailbox, uidValidity, uid: at })
    // Heard from before we look on: what is pushed while a batch is being kept is not told a second time.
    let isNews = false
    const hasNews = (): boolean => isNews
    client.on('exists', () => {
      isNews = true
    })
    while (client.usable && !stopped(io)) {
      isNews = false
      const waiting = await newUids(client, uid)
      if (waiting.length === 0) {
        yield { records: [], next: place(uid), caughtUp: true }
        if (!hasNews()) await news(client, config.pollSeconds * 1000)
        continue
      }
      const listed = await listNext(client, waiting, limits)
      const records = await fetchMails(client, listed, limits)
      // Mails that were deleted while we looked are passed over; without any, the whole slice was.
      uid = listed.at(-1)?.uid ?? waiting.slice(0, 50).at(-1) ?? uid
      yield { records, next: place(uid), caughtUp: uid >= (waiting.at(-1) ?? uid) }
    }
  } finally {
    client.close()
  }
}

/** Asked anew each time: it changes while we wait. */
const stopped = (io: Io): boolean => io.signal.aborted

/** Resolves on a push, when it is time to look anyway, or when the connection is gone. */
async function news(client: ImapFlow, pollMs: number): Promise<void> {
  const woken = Promise.withResolvers<null>()
  const wake = () => {
    woken.resolve(null)
  }
  const timer = setTimeout(wake, pollMs)
  client.on('exists', wake)
  client.on('close', wake)
  // The next command ends it; a refusal or a lost connection shows there as well.
  client.idle().catch(wake)
  await woken.promise
  clearTimeout(timer)
  client.off('exists', wake)
  client.off('close', wake)
}

/** 1 s, 2 s, 4 s … 5 min, each between half and whole, so that many desks do not return in step. */
function backOff(failures: number, io: Io): number {
  const most = Math.min(1000 * 2 ** (failures - 1), 300_000)
  return most * (0.5 + io.random.next() / 2)
}
