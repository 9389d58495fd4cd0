// A provider of token logins on loopback: a page to sign in at, codes under PKCE, refresh tokens that are good once, access tokens as a test makes them.
import { createHash, randomBytes } from 'node:crypto'
import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

export interface TokenServer {
  /** As in `http://127.0.0.1:4711`; below it `/authorize` and `/token`. */
  readonly url: string
  /** What the token endpoint was asked, in order. */
  readonly asked: URLSearchParams[]
  /** How access tokens are made; a new random one each time, unless a test says otherwise. */
  makeAccessToken: () => string
  /** What is said of how long one holds, in seconds. */
  seconds: number | undefined
  /** Answers something else to whatever is asked; null answers as it should. */
  fault: ((response: ServerResponse, form: URLSearchParams) => void) | null
  /** Whether the person at the page to sign in at says no. */
  saysNo: boolean
  /** A refresh token that is good once, as if somebody had signed in. */
  giveRefreshToken(): string
  /** Ends every refresh token there is. */
  takeBack(): void
  stop(): Promise<void>
}

export const client = { id: 'amends-desk', secret: 'canary-client-secret' } as const

/** What `address` answers a browser is followed by hand: the redirect alone is looked at. */
export async function openTokenServer(): Promise<TokenServer> {
  const good = new Set<string>()
  const codes = new Map<string, { readonly challenge: string; readonly redirectUrl: string }>()
  const random = (): string => randomBytes(24).toString('base64url')
  const say = (response: ServerResponse, status: number, body: object): void => {
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))
  }
  const tokens = (response: ServerResponse): void => {
    say(response, 200, {
      ...{ access_token: far.makeAccessToken(), token_type: 'Bearer', refresh_token: far.giveRefreshToken() },
      ...(far.seconds === undefined ? {} : { expires_in: far.seconds }),
    })
  }
  const endpoint = (response: ServerResponse, form: URLSearchParams): void => {
    far.asked.push(form)
    if (far.fault) {
      far.fault(response, form)
      return
    }
    const of = (name: string): string => form.get(name) ?? ''
    if (of('client_id') !== client.id || of('client_secret') !== client.secret) {
      say(response, 401, { error: 'invalid_client' })
      return
    }
    if (of('grant_type') === 'refresh_token') {
      if (good.delete(of('refresh_token'))) tokens(response)
      else say(response, 400, { error: 'invalid_grant' })
      return
    }
    const code = codes.get(of('code'))
    codes.delete(of('code'))
    const isProved = code?.challenge === createHash('sha256').update(of('code_verifier')).digest('base64url')
    if (!isProved || code.redirectUrl !== of('redirect_uri')) {
      say(response, 400, { error: 'invalid_grant' })
      return
    }
    tokens(response)
  }
  const authorize = (response: ServerResponse, query: URLSearchParams): void => {
    const back = new URL(query.get('redirect_uri') ?? '')
    back.searchParams.set('state', query.get('state') ?? '')
    if (far.saysNo) back.searchParams.set('error', 'access_denied')
    else {
      const code = random()
      codes.set(code, {
        challenge: query.get('code_challenge') ?? '',
        redirectUrl: query.get('redirect_uri') ?? '',
      })
      back.searchParams.set('code', code)
    }
    response.writeHead(302, { location: back.href }).end()
  }
  const server = createServer((request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '', 'http://127.0.0.1')
    let body = ''
    request.setEncoding('utf8').on('data', (piece: string) => {
      body += piece
    })
    request.once('end', () => {
      if (pathname === '/authorize') authorize(response, searchParams)
      else endpoint(response, new URLSearchParams(body))
    })
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  const far: TokenServer = {
    url: `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`,
    ...{ asked: [], makeAccessToken: random, seconds: 3600, fault: null, saysNo: false },
    giveRefreshToken: () => {
      const token = `refresh-${random()}`
      good.add(token)
      return token
    },
    takeBack: () => {
      good.clear()
    },
    stop: () => {
      server.closeAllConnections()
      return new Promise((stopped) => {
        server.close(() => {
          stopped()
        })
      })
    },
  }
  return far
}
