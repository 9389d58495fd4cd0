// A small HTTP/1.1 client over one kept connection: cheap, because the load shares its machine with the desk under test.
import { connect, type Socket } from 'node:net'

export interface Answer {
  readonly status: number
  readonly headers: string
  readonly body: string
}

export interface Asked {
  readonly method: 'GET' | 'POST'
  readonly path: string
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string
}

export interface Client {
  /** One request at a time. */
  ask(asked: Asked): Promise<Answer>
  close(): void
}

export function makeClient(port: number): Client {
  let socket: Socket | null = null
  let waiting: { resolve: (answer: Answer) => void; reject: (error: Error) => void } | null = null
  let received: Buffer[] = []

  const fail = (error: Error): void => {
    const lost = waiting
    waiting = null
    received = []
    socket = null
    lost?.reject(error)
  }
  const open = (): Socket => {
    const made = connect({ port, host: '127.0.0.1', noDelay: true })
    made.on('data', (chunk: Buffer) => {
      received.push(chunk)
      const answer = readAnswer(received.length === 1 ? chunk : Buffer.concat(received))
      if (!answer) return
      received = []
      const done = waiting
      waiting = null
      done?.resolve(answer)
    })
    made.on('error', fail)
    made.on('close', () => {
      if (socket === made) fail(new Error('the desk closed the connection'))
    })
    return made
  }
  return {
    ask: (asked) =>
      new Promise((resolve, reject) => {
        if (waiting) throw new Error('this connection is busy')
        waiting = { resolve, reject }
        socket ??= open()
        socket.write(requestText(asked))
      }),
    close: () => {
      const closing = socket
      socket = null
      closing?.destroy()
    },
  }
}

function requestText({ method, path, headers = {}, body }: Asked): string {
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`)
  const content =
    body === undefined ? '' : `content-type: application/json\r\ncontent-length: ${String(Buffer.byteLength(body))}\r\n`
  return `${method} ${path} HTTP/1.1\r\nhost: 127.0.0.1\r\n${lines.join('')}${content}\r\n${body ?? ''}`
}

/** Null while it is not all there. */
function readAnswer(bytes: Buffer): Answer | null {
  const end = bytes.indexOf('\r\n\r\n')
  if (end < 0) return null
  const headers = bytes.toString('latin1', 0, end)
  const status = Number(headers.slice(9, 12))
  if (status === 204 || status === 304) return { status, headers, body: '' }
  const length = /\r\ncontent-length: *(\d+)/i.exec(headers)?.[1]
  if (length === undefined) return readChunks(bytes, end + 4, { status, headers })
  const size = Number(length)
  return bytes.length - end - 4 < size
    ? null
    : { status, headers, body: bytes.toString('utf8', end + 4, end + 4 + size) }
}

function readChunks(bytes: Buffer, from: number, head: Omit<Answer, 'body'>): Answer | null {
  const parts: Buffer[] = []
  for (let at = from; ;) {
    const line = bytes.indexOf('\r\n', at)
    if (line < 0) return null
    const size = Number.parseInt(bytes.toString('latin1', at, line), 16)
    if (bytes.length < line + 4 + size) return null
    if (size === 0) return { ...head, body: Buffer.concat(parts).toString('utf8') }
    parts.push(bytes.subarray(line + 2, line + 2 + size))
    at = line + 4 + size
  }
}
