// The heads that guard every answer: a page may load what it needs, and all else may do nothing at all.
import helmet from '@fastify/helmet'
import type { FastifyInstance } from 'fastify'

const policyName = 'content-security-policy'
/** Of all that is no page. */
const nothing = "default-src 'none';frame-ancestors 'none'"
/** What pages may load and do. Mail is shown in a script-less frame whose styles inherit this policy, hence inline styles. */
const ofPages = [
  "default-src 'none'",
  ...["script-src 'self'", "style-src 'self' 'unsafe-inline'", "img-src 'self' data:", "font-src 'self'"],
  ...["connect-src 'self'", "frame-src 'self'", "manifest-src 'self'", "form-action 'self'", "base-uri 'none'"],
  ...["frame-ancestors 'none'", "require-trusted-types-for 'script'", 'trusted-types amends dompurify'],
].join(';')

/** Heads that only browsers of long ago read are left out: each page of the desk asks a dozen times. No name of a link is looked up before somebody follows
 * it, or who wrote a letter would hear that it was opened. A route may set a policy of its own. */
export async function guardAnswers(app: FastifyInstance, isSecure: boolean): Promise<void> {
  await app.register(helmet, {
    contentSecurityPolicy: false,
    crossOriginEmbedderPolicy: false,
    originAgentCluster: false,
    referrerPolicy: { policy: 'no-referrer' },
    strictTransportSecurity: isSecure,
    xDownloadOptions: false,
    xFrameOptions: { action: 'deny' },
    xPermittedCrossDomainPolicies: false,
    xXssProtection: false,
  })
  app.addHook('onSend', async (_request, reply) => {
    if (reply.hasHeader(policyName)) return
    const isPage = String(reply.getHeader('content-type') ?? '').startsWith('text/html')
    void reply.header(policyName, isPage ? ofPages : nothing)
  })
}
