// The settings PostgreSQL starts with: safe first, then small. The idle desk and its server together aim at 300 MB.
import { createHash } from 'node:crypto'
import type { Connection } from './connection.ts'

/** Never to be weakened: an acknowledged complaint is on the disk. They come last, so that no caller's setting wins over them. */
const durable = { fsync: 'on', synchronous_commit: 'on', full_page_writes: 'on' }

const small = {
  max_connections: '80',
  shared_buffers: '128MB',
  jit: 'off', // compiling costs more than our short statements take
  timezone: 'UTC',
  log_timezone: 'UTC',
  log_line_prefix: '%m [%p] ',
  log_checkpoints: 'off', // an idle desk would fill its log with them
}

/** Every setting of one start, as the arguments of the server. */
export function serverArguments(
  cluster: string,
  connection: Connection,
  wishes: Readonly<Record<string, string>>,
  adoptableAs: string,
): string[] {
  const isSocket = connection.host.startsWith('/')
  const where = {
    listen_addresses: isSocket ? '' : connection.host,
    port: String(connection.port),
    unix_socket_directories: isSocket ? connection.host : '',
    unix_socket_permissions: '0700',
    'amends.adoptable_as': adoptableAs,
  }
  const settings = { ...small, ...wishes, ...where, ...durable }
  return ['-D', cluster, ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])]
}

/** A name for everything a later desk must have in common with a left server to adopt it as its own. */
export function adoptionName(version: string, listen: string, wishes: Readonly<Record<string, string>>): string {
  const words = JSON.stringify([version, listen, small, Object.entries(wishes).sort()])
  return createHash('sha256').update(words).digest('hex').slice(0, 16)
}
