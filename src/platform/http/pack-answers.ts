// Answers of the API go out packed to whoever can unpack them: a register is a sixth of its size, which somebody far away waits less for.
// No answer that repeats what was asked holds a secret, and the session's cookie comes from no other site, so their size tells nobody anything.
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'

/** Fits into one packet as it is, with its head. */
const small = 1000
/** Packed while somebody waits: little work for most of the gain. */
const brotli = promisify(brotliCompress)
const quick = { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } }
const zip = promisify(gzip)

/** Packs what the routes of `app` answer as JSON; to be called before they are added. */
export function packAnswers(app: FastifyInstance): void {
  app.addHook('onSend', async (request: FastifyRequest, reply: FastifyReply, body: unknown) => {
    if (typeof body !== 'string' || body.length < small || !isJson(reply)) return body
    void reply.header('vary', 'accept-encoding')
    const encoding = encodingFor(request.headers['accept-encoding'] ?? '')
    if (encoding === null || request.method === 'HEAD') return body
    void reply.header('content-encoding', encoding).removeHeader('content-length')
    return encoding === 'br' ? brotli(body, quick) : zip(body)
  })
}

const isJson = (reply: FastifyReply): boolean => String(reply.getHeader('content-type')).startsWith('application/json')

/** The smaller of what is taken; null where neither is. */
export function encodingFor(accepted: string): 'br' | 'gzip' | null {
  const taken = accepted
    .toLowerCase()
    .split(',')
    .map((one) => one.split(';').map((part) => part.trim()))
    .filter(([, weight]) => !/^q=0(\.0*)?$/.test(weight ?? ''))
    .map(([name]) => name)
  if (taken.includes('br')) return 'br'
  return taken.includes('gzip') ? 'gzip' : null
}
