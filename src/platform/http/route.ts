// A route as a value: what it answers to, who may use it, the shapes, and the call to one use case. Lists of these make the server.
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { z } from 'zod'
import type { Permission, Relation } from '../access/access.rules.ts'
import type { Actor } from '../context/actor.rules.ts'
import type { Context } from '../context/context.ts'
import type { House } from '../context/house.ts'
import type { Database } from '../database/transaction.ts'
import type { OrganizationId } from '../../shared/ids.ts'

type Shape = z.ZodType
type Out<S> = S extends Shape ? z.output<S> : undefined

export interface Http {
  readonly request: FastifyRequest
  readonly reply: FastifyReply
}

interface Described {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  readonly url: string
  /** One sentence for the OpenAPI document. */
  readonly summary: string
  /** Success status; 200 where absent. */
  readonly status?: number
  /** Largest body in bytes; 256 KiB where absent. */
  readonly bodyLimit?: number
}

/** Who asks, once the policy has let them. */
export interface Allowed {
  readonly organizationId: OrganizationId
  readonly actor: Actor
}

/** A route for somebody known (signed in, or with a key): one transaction, checked by the one policy before `answer` runs. */
export interface Route<P = unknown, Q = unknown, B = unknown, R = unknown> extends Described {
  readonly kind: 'checked'
  readonly permission: Permission
  /** How the object of this request stands to the actor; throws Refusal('not-found') where there is none. `any` where absent. */
  readonly relation?: (ctx: Context, params: P) => Promise<Relation>
  readonly params?: Shape
  readonly query?: Shape
  readonly body?: Shape
  readonly response?: Shape
  /** The answer only reads, and touches nothing of the reply: it is asked for together with the check, and thrown away if that refuses. */
  readonly isAskedWithCheck?: boolean
  /** It does something that must not be done twice: see answer-once.ts. */
  readonly isOnce?: boolean
  /** What waits for the network or takes long on purpose: done between the check and the transaction of `answer`, which gets what it answers.
   * Nobody's slow line or server holds a connection to the database. */
  readonly before?: (
    house: House,
    who: Allowed,
    input: { readonly params: P; readonly query: Q; readonly body: B },
    http: Http,
  ) => Promise<R>
  readonly answer: (
    ctx: Context,
    input: { readonly params: P; readonly query: Q; readonly body: B },
    http: Http,
    prepared: R,
  ) => Promise<unknown>
}

/** A route for anybody. It says why it is open, opens its own transactions, and is limited by itself. */
export interface OpenRoute<P = unknown, Q = unknown, B = unknown> extends Described {
  readonly kind: 'open'
  readonly openBecause: string
  readonly params?: Shape
  readonly query?: Shape
  readonly body?: Shape
  readonly response?: Shape
  readonly answer: (
    house: House,
    input: { readonly params: P; readonly query: Q; readonly body: B },
    http: Http,
  ) => Promise<unknown>
}

export interface Caller {
  readonly organizationId: OrganizationId
  /** Finds the actor inside the transaction that answers; throws Refusal('not-signed-in') when the token holds no longer. */
  readonly actor: (db: Database, at: Date) => Promise<Actor>
  /** The token's hash, where it is enough that it held a moment ago (KnownCallers); null where it is looked up in any case. */
  readonly known: string | null
}

/** Reads who a request says it comes from; the actor is believed only once found in the database. */
export type Identify = (request: FastifyRequest) => Caller

export type AnyRoute = Route | OpenRoute

/** A checked route with its types inferred from its shapes. */
export function route<
  PS extends Shape | undefined = undefined,
  QS extends Shape | undefined = undefined,
  BS extends Shape | undefined = undefined,
  R = undefined,
>(
  value: Omit<Route<Out<PS>, Out<QS>, Out<BS>, R>, 'kind' | 'params' | 'query' | 'body'> & {
    params?: PS
    query?: QS
    body?: BS
  },
): AnyRoute {
  return { ...value, kind: 'checked' } as unknown as AnyRoute
}

/** An open route with its types inferred from its shapes. */
export function openRoute<
  PS extends Shape | undefined = undefined,
  QS extends Shape | undefined = undefined,
  BS extends Shape | undefined = undefined,
>(
  value: Omit<OpenRoute<Out<PS>, Out<QS>, Out<BS>>, 'kind' | 'params' | 'query' | 'body'> & {
    params?: PS
    query?: QS
    body?: BS
  },
): AnyRoute {
  return { ...value, kind: 'open' } as unknown as AnyRoute
}
