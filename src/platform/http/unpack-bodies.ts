// Bodies that arrive packed with gzip are unpacked as they are read: the limit of a route counts what comes out, so that no small file fills the memory.
import { createGunzip } from 'node:zlib'
import type { FastifyInstance } from 'fastify'

/** @param prefix of the addresses that take packed bodies */
export function unpackBodies(app: FastifyInstance, prefix: string): void {
  app.addHook('preParsing', (request, _reply, payload, done) => {
    if (request.headers['content-encoding'] !== 'gzip' || !request.url.startsWith(prefix)) {
      done(null, payload)
      return
    }
    const unpacked = Object.assign(createGunzip(), { receivedEncodedLength: 0 })
    payload.on('data', (chunk: Buffer) => {
      unpacked.receivedEncodedLength += chunk.length
    })
    payload.once('error', (error) => unpacked.destroy(error))
    // What is no gzip is answered with 400; the rest of it is read past.
    unpacked.once('error', () => {
      payload.unpipe(unpacked)
      payload.resume()
    })
    done(null, payload.pipe(unpacked))
  })
}
