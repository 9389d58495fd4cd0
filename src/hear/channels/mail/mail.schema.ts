// Settings of a mail channel, as an adapter needs them (with passwords; on screen they go in only). Plain connections only to this machine.
import { z } from 'zod'

const loopback = new Set(['localhost', '127.0.0.1', '::1'])

const server = {
  host: z.string().trim().min(1).max(253),
  port: z.int().min(1).max(65_535),
  security: z.enum(['tls', 'starttls', 'none']),
  /** The server's own certificate or authority in PEM, where no public one vouches for it. */
  certificate: z.string().max(100_000).optional(),
}

const isSafe = (to: { readonly security: string; readonly host: string }) =>
  to.security !== 'none' || loopback.has(to.host)
const unsafe = {
  path: ['security'],
  message: 'Without encryption the password can be read on the way. Choose TLS or STARTTLS.',
}

export const mailConfig = z.object({
  address: z.email().max(254),
  displayName: z.string().max(200).default(''),
  /** Null: a mail server hands over what comes in. */
  imap: z
    .object({
      ...server,
      user: z.string().min(1).max(320),
      password: z.string().max(1000),
      mailbox: z.string().min(1).max(500).default('INBOX'),
    })
    .refine(isSafe, unsafe)
    .nullable(),
  smtp: z
    .object({
      ...server,
      user: z.string().max(320).nullable().default(null),
      password: z.string().max(1000).nullable().default(null),
    })
    .refine(isSafe, unsafe),
  /** Whose Authentication-Results are believed, as in `mail.example.org`. Null: nobody's. */
  trustedAuthservId: z.string().trim().max(253).nullable().default(null),
  /** Whether mail that lay in the mailbox before the channel was set up is read as well. */
  readsOldMail: z.boolean().default(true),
  pollSeconds: z.int().min(1).max(3600).default(60),
  /** Larger mails stay on the server and end in quarantine with their headers. */
  maxBytes: z.int().min(1000).max(200_000_000).default(50_000_000),
})

export type MailConfig = z.infer<typeof mailConfig>
/** Of a mailbox that is read by IMAP. */
export type ImapConfig = MailConfig & { readonly imap: NonNullable<MailConfig['imap']> }
export const isRead = (config: MailConfig): config is ImapConfig => config.imap !== null
