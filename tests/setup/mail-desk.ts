// A desk with one mailbox, for tests that write to it: mails go the real way from raw bytes to disposition; only the mail servers are left out.
import { addChannel } from '../../src/hear/channels/channel.sql.ts'
import { foundChannels } from '../../src/hear/channels/found-channels.ts'
import { mailKey } from '../../src/hear/channels/mail/mail-key.ts'
import { createParsePool, type ParsePool } from '../../src/hear/intake/parse-pool.ts'
import { readDue } from '../../src/hear/intake/reader.ts'
import { storeRaw } from '../../src/hear/intake/store-raw.ts'
import type { ChannelId, RawId } from '../../src/shared/ids.ts'
import { openTestHouse, type TestHouse } from './house.ts'

export interface MailDesk extends TestHouse {
  readonly channelId: ChannelId
  readonly pool: ParsePool
  /** Stores mails in one batch, as a mailbox hands them over; reads nothing. */
  store(...mails: readonly (string | Uint8Array)[]): Promise<readonly RawId[]>
  /** Reads until nothing is due. */
  readAll(): Promise<void>
  /** Stores and reads one mail. */
  deliver(mail: string | Uint8Array): Promise<RawId>
}

export const ourAddress = 'support@our.example'
/** The server whose Authentication-Results the mailbox believes. */
export const ourServer = 'mx.our.example'

/** As `openTestHouse`: nothing follows from what is read, unless the test wants it. */
export async function openMailDesk(...wiring: Parameters<typeof openTestHouse>): Promise<MailDesk> {
  const desk = await openTestHouse(...wiring)
  const pool = createParsePool({ size: 2 })
  const channelId = await desk.as('system', async (ctx) => {
    await foundChannels(ctx)
    const id = ctx.newId<'channel'>()
    const config = { address: ourAddress, displayName: 'Halden Home', trustedAuthservId: ourServer }
    await addChannel(
      ctx.db,
      ctx.organizationId,
      { channelId: id, kind: 'mail', name: 'Support', config, secret: null, state: 'working' },
      ctx.now(),
    )
    return id
  })
  const store: MailDesk['store'] = (...mails) =>
    desk.as('system', async (ctx) => {
      const records = mails.map((mail) => {
        const bytes = typeof mail === 'string' ? Buffer.from(mail.replace(/\r?\n/g, '\r\n'), 'utf8') : mail
        return {
          key: mailKey(bytes),
          bytes,
          mediaType: 'message/rfc822',
          receivedAt: ctx.now(),
          proof: { kind: 'pulled' } as const,
        }
      })
      return (await storeRaw(ctx, channelId, records)).map((one) => one.rawId)
    })
  const readAll = async (): Promise<void> => {
    while ((await readDue(desk.house, pool)) > 0);
  }
  return {
    ...desk,
    channelId,
    pool,
    store,
    readAll,
    deliver: async (mail) => {
      const [rawId] = await store(mail)
      await readAll()
      if (rawId === undefined) throw new Error('nothing was stored')
      return rawId
    },
    close: async () => {
      await pool.close()
      await desk.close()
    },
  }
}

/** A mail from header lines and a body. */
export const mailOf = (headers: Readonly<Record<string, string>>, body: string): string =>
  `${Object.entries(headers)
    .map(([name, value]) => `${name}: ${value}`)
    .join('\r\n')}\r\n\r\n${body}\r\n`
