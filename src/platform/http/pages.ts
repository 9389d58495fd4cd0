// Serves the built web pages: hashed files for ever, and the one page for every address that is no file and no API.
import fastifyStatic from '@fastify/static'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { problemOf } from './problem.ts'

/** Adds the pages in `folder` to the server; where they are not built, a sentence says how to build them. */
export async function servePages(app: FastifyInstance, folder: string): Promise<void> {
  const isBuilt = existsSync(join(folder, 'index.html'))
  if (isBuilt) {
    await app.register(fastifyStatic, {
      root: folder,
      wildcard: false,
      index: false,
      cacheControl: false,
      // The build puts the Brotli and the gzip of every text beside it.
      preCompressed: true,
      globIgnore: ['**/*.{br,gz}'],
      setHeaders: (response, path) => {
        const isHashed = path.includes('/assets/')
        void response.header('cache-control', isHashed ? 'public, max-age=31536000, immutable' : 'no-cache')
      },
    })
  }
  app.setNotFoundHandler((request, reply) => {
    if (!wantsPage(request))
      return reply
        .code(404)
        .type('application/problem+json')
        .send(problemOf('not-found', 'There is nothing at this address.'))
    if (!isBuilt)
      return reply.code(503).type('text/plain').send('The pages are not built. Run "npm run build" and start again.\n')
    return reply.header('cache-control', 'no-cache').sendFile('index.html')
  })
}

/** Addresses of pages have no ending; a program that takes anything, such as curl, is shown the page as well, but not for a file that is missing. */
function wantsPage({ method, url, headers }: FastifyRequest): boolean {
  if ((method !== 'GET' && method !== 'HEAD') || url.startsWith('/api/')) return false
  const accept = headers.accept ?? '*/*'
  return accept.includes('text/html') || (accept.includes('*/*') && !/\.\w+$/.test(url.split('?', 1)[0] ?? ''))
}
