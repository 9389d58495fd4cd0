// The one reader of the environment and of the command line's answers. Every value has a default that works.
import { homedir } from 'node:os'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type DoorPeers, readPeers } from './hear/intake/door/door-peers.ts'
import { Refusal } from './shared/errors.ts'
import { defaultDataFolder } from './platform/database/launcher/data-folder.ts'

export interface Config {
  /** Where the embedded PostgreSQL, the sealing key and the logs lie. */
  readonly dataFolder: string
  /** A PostgreSQL server to use instead of the embedded one. */
  readonly databaseUrl: string | null
  readonly host: string
  readonly port: number
  /** Where people reach the desk; the only source of links in mails and pages. */
  readonly publicUrl: string
  /** For how long a person's answer can be taken back before it leaves. */
  readonly letterHoldMs: number
  /** Hosts within the operator's own network that webhooks of staff and questions to token servers may reach, though their addresses are not public. */
  readonly webhookHosts: ReadonlySet<string>
  /** Where mail servers may hand mail over, and which of them. */
  readonly mailDoors: MailDoors
  /** What this process does: pages and API, the work behind them, or both. */
  readonly role: 'web' | 'worker' | 'all'
  readonly logLevel: 'debug' | 'info' | 'warn' | 'error' | 'silent'
  /** 32 bytes in hex that seal mailbox passwords; made once in the data folder where absent. */
  readonly sealingKey: string | null
  /** The built web pages. */
  readonly webFolder: string
  /** The sample company to open on, made by a seeded simulator; null for a desk of one's own. */
  readonly sample: Sample | null
}

export interface MailDoors {
  readonly doors: readonly { readonly protocol: 'LMTP' | 'SMTP'; readonly host: string; readonly port: number }[]
  readonly peers: DoorPeers
  /** Files in PEM; null: no encryption is offered. */
  readonly tls: { readonly certificate: string; readonly key: string } | null
}

export interface Sample {
  readonly seed: number
  readonly customers: number
}

/** What the command line may say; each wins over the environment. */
export interface Flags {
  readonly data?: string | undefined
  readonly port?: string | undefined
  readonly host?: string | undefined
  readonly role?: string | undefined
  readonly demo?: boolean | undefined
  readonly seed?: string | undefined
  readonly customers?: string | undefined
}

export const projectFolder = fileURLToPath(new URL('..', import.meta.url))

/** @throws Refusal('invalid') naming the setting that is not right */
export function readConfig(flags: Flags, env: Readonly<Record<string, string | undefined>> = process.env): Config {
  const port = readPort(flags.port ?? env['AMENDS_PORT'] ?? '4100')
  const host = flags.host ?? env['AMENDS_HOST'] ?? '127.0.0.1'
  const dataHome = env['XDG_DATA_HOME'] ?? join(homedir(), '.local/share')
  const sample = readSample(flags)
  const usual = defaultDataFolder(projectFolder, dataHome)
  return {
    // Nobody's own desk is ever filled with the sample company.
    dataFolder: resolve(flags.data ?? (sample ? `${usual}-demo` : (env['AMENDS_DATA'] ?? usual))),
    sample,
    databaseUrl: readDatabaseUrl(env['DATABASE_URL']),
    host,
    port,
    publicUrl: readPublicUrl(env['AMENDS_URL'] ?? `http://${host}:${String(port)}`),
    letterHoldMs: readWhole('AMENDS_HOLD_SECONDS', env['AMENDS_HOLD_SECONDS'] ?? '10', 0, 120) * 1000,
    webhookHosts: readHosts(env['AMENDS_WEBHOOK_HOSTS'] ?? ''),
    mailDoors: readMailDoors(env),
    role: oneOf('--role', flags.role ?? env['AMENDS_ROLE'] ?? 'all', ['web', 'worker', 'all']),
    logLevel: oneOf('AMENDS_LOG', env['AMENDS_LOG'] ?? 'info', ['debug', 'info', 'warn', 'error', 'silent']),
    sealingKey: env['AMENDS_SEALING_KEY'] ?? null,
    webFolder: join(projectFolder, 'web/dist'),
  }
}

function readSample({ demo, seed, customers }: Flags): Sample | null {
  if (demo !== true) {
    if (seed !== undefined || customers !== undefined)
      throw new Refusal('invalid', '--seed and --customers belong to --demo.')
    return null
  }
  return {
    seed: readWhole('--seed', seed ?? '1', 0, 1_000_000_000),
    customers: readWhole('--customers', customers ?? '20000', 100, 200_000),
  }
}

function readWhole(name: string, text: string, least: number, most: number): number {
  const figure = Number(text)
  if (!/^\d{1,10}$/.test(text) || figure < least || figure > most)
    throw new Refusal('invalid', `${name} is a whole number from ${String(least)} to ${String(most)}, not "${text}".`)
  return figure
}

function readPort(text: string): number {
  const port = Number(text)
  if (!/^\d{1,5}$/.test(text) || port > 65_535)
    throw new Refusal('invalid', `--port is a number from 0 to 65535, not "${text}".`)
  return port
}

function readPublicUrl(text: string): string {
  if (!URL.canParse(text) || !/^https?:$/.test(new URL(text).protocol))
    throw new Refusal(
      'invalid',
      `AMENDS_URL is the address where people reach the desk, such as https://desk.example.org, not "${text}".`,
    )
  return text.replace(/\/+$/, '')
}

/** Names or addresses with a comma between them, as a URL has them: without port, IPv6 in brackets. */
function readHosts(text: string): ReadonlySet<string> {
  const hosts = text
    .toLowerCase()
    .split(',')
    .map((host) => host.trim())
    .filter((host) => host !== '')
  const strange = hosts.find((host) => !/^([a-z0-9._-]+|\[[0-9a-f:]+\])$/.test(host))
  if (strange !== undefined)
    throw new Refusal(
      'invalid',
      `AMENDS_WEBHOOK_HOSTS is a list such as chat.intern.example, 10.0.0.7; not "${strange}".`,
    )
  return new Set(hosts)
}

function readMailDoors(env: Readonly<Record<string, string | undefined>>): MailDoors {
  const [certificate, key] = [env['AMENDS_MAIL_CERTIFICATE'] ?? '', env['AMENDS_MAIL_KEY'] ?? '']
  if ((certificate === '') !== (key === ''))
    throw new Refusal('invalid', 'AMENDS_MAIL_CERTIFICATE and AMENDS_MAIL_KEY go together: two files in PEM.')
  const peers = readPeers(env['AMENDS_MAIL_PEERS'] ?? '')
  if (!peers)
    throw new Refusal(
      'invalid',
      `AMENDS_MAIL_PEERS is a list of addresses and networks such as 10.0.0.0/8, 192.0.2.7, or any; not "${env['AMENDS_MAIL_PEERS'] ?? ''}".`,
    )
  return {
    doors: [...readDoor('LMTP', env['AMENDS_LMTP']), ...readDoor('SMTP', env['AMENDS_SMTP'])],
    peers,
    tls: certificate === '' ? null : { certificate, key },
  }
}

function readDoor(protocol: 'LMTP' | 'SMTP', text = ''): MailDoors['doors'] {
  if (text === '') return []
  const [, host = '', port = ''] = /^(\[[0-9a-f:]+\]|[a-z0-9.-]+):(\d{1,5})$/i.exec(text) ?? []
  if (host === '' || Number(port) > 65_535)
    throw new Refusal('invalid', `AMENDS_${protocol} is an address with a port such as 127.0.0.1:2424, not "${text}".`)
  return [{ protocol, host: host.replace(/^\[|\]$/g, ''), port: Number(port) }]
}

function readDatabaseUrl(text: string | undefined): string | null {
  if (text === undefined || text === '') return null
  if (!/^postgres(ql)?:\/\//.test(text))
    throw new Refusal('invalid', 'DATABASE_URL is an address such as postgresql://user:password@host:5432/amends.')
  return text
}

function oneOf<const Word extends string>(name: string, text: string, words: readonly Word[]): Word {
  const word = words.find((candidate) => candidate === text)
  if (word === undefined) throw new Refusal('invalid', `${name} is one of ${words.join(', ')}, not "${text}".`)
  return word
}
