// The way to the server: every request of the pages goes through `ask` or `send`, every answer through its zod shape.
// Which questions there are stands beside the pages that ask them, in *-queries.ts.
import { z } from 'zod'
import { giveFile } from './components/give-file.ts'

// The page's policy forbids eval; without this zod would try it once and be reported.
z.config({ jitless: true })

const problem = z.object({
  status: z.number(),
  code: z.string(),
  title: z.string().default(''),
  detail: z.string().default(''),
  fields: z.record(z.string(), z.string()).optional(),
})

/** A request that did not do what was asked. `code` is the server's refusal code, or `offline`, `shape` or `bug`. */
export class Failure extends Error {
  readonly status: number
  readonly code: string
  readonly detail: string
  /** Sentences by field, keys as JSON Pointer, as in `/email`. */
  readonly fields: Readonly<Record<string, string>>
  constructor(status: number, code: string, detail: string, fields: Readonly<Record<string, string>> = {}) {
    super(detail || code)
    this.name = 'Failure'
    this.status = status
    this.code = code
    this.detail = detail
    this.fields = fields
  }
}

let csrfToken = ''
/** Remembers the token of the session; every request that changes something carries it. */
export function carryToken(token: string): void {
  csrfToken = token
}

/** Asks for something. Fails with `Failure`. */
export const ask = async <S extends z.ZodType>(shape: S, url: string, signal?: AbortSignal): Promise<z.output<S>> =>
  read(shape, await reach(url, { headers: { accept: 'application/json' }, ...(signal ? { signal } : {}) }))

/** Requests that may have arrived although no answer came back, and the keys they carried: sent again, they carry the same one and happen once. */
const unanswered = new Map<string, string>()
const newKey = (): string => [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16)).join('-')
const isUnanswered = (error: unknown): boolean =>
  error instanceof Failure && (error.code === 'offline' || error.status >= 502)

/** Changes something, once, however often it has to be sent. */
async function sendOnce(url: string, words: string, request: (key: string) => Promise<Response>): Promise<Response> {
  const what = `${url} ${words}`
  const key = unanswered.get(what) ?? newKey()
  unanswered.delete(what)
  try {
    return await request(key)
  } catch (error) {
    if (isUnanswered(error)) unanswered.set(what, key)
    throw error
  }
}

/** Changes something. A `FormData` body goes as it is, anything else as JSON; a last word leaves even while its page is closed. Fails with `Failure`. */
export async function send<S extends z.ZodType>(
  shape: S,
  method: 'POST' | 'PUT',
  url: string,
  body: unknown = {},
  { isLastWord = false }: { readonly isLastWord?: boolean } = {},
): Promise<z.output<S>> {
  const isForm = body instanceof FormData
  const request = (key: string): Promise<Response> =>
    reach(url, {
      ...{ method, keepalive: isLastWord },
      headers: {
        ...{ accept: 'application/json', 'x-amends-csrf': csrfToken, 'idempotency-key': key },
        ...(isForm ? {} : { 'content-type': 'application/json' }),
      },
      body: isForm ? body : JSON.stringify(body),
    })
  // What is asked again is asked of a newer version.
  return read(
    shape,
    isForm
      ? await request(newKey())
      : await sendOnce(url, JSON.stringify({ ...(body as object), version: 0 }), request),
  )
}

/** Asks for a file and hands it to the browser under the name that the server gave it. Half a file is none. Fails with `Failure`. */
export async function fetchFile(url: string, body: unknown): Promise<void> {
  const headers = { 'x-amends-csrf': csrfToken, 'content-type': 'application/json' }
  const response = await reach(url, { method: 'POST', headers, body: JSON.stringify(body) })
  const name = /filename="([^"]+)"/.exec(response.headers.get('content-disposition') ?? '')?.[1]
  const file = await response.blob().catch(() => {
    throw new Failure(0, 'offline', '')
  })
  giveFile(file, name ?? 'file')
}

async function reach(url: string, init: RequestInit): Promise<Response> {
  let response: Response
  try {
    response = await fetch(url, { credentials: 'same-origin', ...init })
  } catch (cause) {
    if (cause instanceof DOMException && cause.name === 'AbortError') throw cause
    throw new Failure(0, 'offline', '')
  }
  if (!response.ok) throw await failureOf(response)
  return response
}

/** The problem document of a response that is no success, or the status alone where something else stood in between. */
export async function failureOf(response: Response): Promise<Failure> {
  const parsed = problem.safeParse(await response.json().catch(() => null))
  if (!parsed.success) return new Failure(response.status, response.status >= 502 ? 'unavailable' : 'bug', '')
  return new Failure(response.status, parsed.data.code, parsed.data.detail, parsed.data.fields)
}

async function read<S extends z.ZodType>(shape: S, response: Response): Promise<z.output<S>> {
  const parsed = shape.safeParse(await response.json().catch(() => undefined))
  if (!parsed.success) throw new Failure(response.status, 'shape', parsed.error.issues[0]?.path.join('.') ?? '')
  return parsed.data
}
