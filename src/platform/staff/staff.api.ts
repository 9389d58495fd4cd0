// Routes about people who work here. (First run stands in src/first-run/, because it founds more than people.)
import { z } from 'zod'
import type { Actor } from '../context/actor.rules.ts'
import { done } from '../http/done.schema.ts'
import { openRoute, route } from '../http/route.ts'
import { recordAudit } from '../audit/record-audit.ts'
import { Refusal } from '../../shared/errors.ts'
import type { StaffId } from '../../shared/ids.ts'
import { acceptInvite, lookAtInvite } from './accept-invite.ts'
import { changePassword, prepareNewPassword } from './change-password.ts'
import { disablePerson } from './disable-person.ts'
import { openInvites, revokeInvites } from './invite.sql.ts'
import { invitePerson } from './invite-person.ts'
import { describeMe, idleSince } from './session.ts'
import { giveCookie, sessionHashOf, takeCookie } from './cookie.api.ts'
import { endSession, findLiveSession } from './session.sql.ts'
import { signIn } from './sign-in.ts'
import * as shapes from './staff.schema.ts'
import { listStaff } from './staff.sql.ts'

const isDone = { done: true } as const

/** The person who asks; routes of people are not for programs. */
export function personOf({ actor }: { readonly actor: Actor }): StaffId {
  if (actor.kind !== 'staff') throw new Refusal('not-allowed', 'Only a person who works here can do this.')
  return actor.staffId
}

export const staffRoutes = [
  openRoute({
    method: 'POST',
    url: '/api/sign-in',
    summary: 'Sign in by address and password.',
    openBecause: 'nobody is known before it; limited by account and by address',
    body: shapes.signIn,
    response: shapes.me,
    answer: async (house, { body }, { request, reply }) =>
      giveCookie(house, reply, await signIn(house, body, request.ip)),
  }),
  openRoute({
    method: 'POST',
    url: '/api/invites/look',
    summary: 'See what an invite is for.',
    openBecause: 'the invite itself is the key',
    body: shapes.inviteToken,
    response: shapes.inviteSeen,
    answer: (house, { body }) => lookAtInvite(house, body.token),
  }),
  openRoute({
    method: 'POST',
    url: '/api/invites/accept',
    summary: 'Join by an invite.',
    openBecause: 'the invite itself is the key, and works once',
    body: shapes.acceptInvite,
    response: shapes.me,
    status: 201,
    answer: async (house, { body }, { reply }) => giveCookie(house, reply, await acceptInvite(house, body)),
  }),
  route({
    method: 'POST',
    url: '/api/sign-out',
    summary: 'End this session.',
    permission: 'self.change',
    response: done,
    answer: async (ctx, _input, { request, reply }) => {
      const session = sessionHashOf(request)
      if (session) await endSession(ctx.db, session, ctx.now())
      ctx.forgetCallers()
      takeCookie(ctx.house, reply)
      return isDone
    },
  }),
  route({
    method: 'GET',
    url: '/api/me',
    summary: 'Who is signed in.',
    permission: 'desk.see',
    response: shapes.me,
    answer: async (ctx, _input, { request }) => {
      const session = await findLiveSession(
        ctx.db,
        sessionHashOf(request) ?? Buffer.alloc(0),
        ctx.now(),
        idleSince(ctx.now()),
      )
      return describeMe(ctx, personOf(ctx), session?.csrfToken ?? '')
    },
  }),
  route({
    method: 'POST',
    url: '/api/me/password',
    summary: 'Change your own password.',
    permission: 'self.change',
    body: shapes.changePassword,
    response: done,
    before: (house, who, { body }) => prepareNewPassword(house, who, personOf(who), body),
    answer: async (ctx, _input, { request }, passwordHash) => {
      await changePassword(ctx, personOf(ctx), passwordHash, sessionHashOf(request))
      return isDone
    },
  }),
  route({
    method: 'GET',
    url: '/api/staff',
    summary: 'Everybody who works here.',
    permission: 'staff.read',
    response: shapes.staffList,
    answer: async (ctx) => ({
      staff: (await listStaff(ctx.db)).map((person) => ({
        ...person,
        joinedAt: person.joinedAt.toISOString(),
        disabledAt: person.disabledAt?.toISOString() ?? null,
      })),
    }),
  }),
  route({
    method: 'POST',
    url: '/api/staff/:staffId/disable',
    summary: 'Disable a colleague; their open cases get another owner.',
    permission: 'staff.change',
    params: shapes.staffParams,
    body: shapes.disableStaff,
    response: done,
    answer: async (ctx, { params, body }) => {
      await disablePerson(ctx, params.staffId as StaffId, body.successorId as StaffId | null)
      return isDone
    },
  }),
  route({
    method: 'GET',
    url: '/api/invites',
    summary: 'Invites that can still be used.',
    permission: 'staff.change',
    response: shapes.inviteList,
    answer: async (ctx) => ({
      invites: (await openInvites(ctx.db, ctx.now())).map((invite) => ({
        ...invite,
        expiresAt: invite.expiresAt.toISOString(),
      })),
    }),
  }),
  route({
    method: 'POST',
    url: '/api/invites',
    summary: 'Invite a colleague; the link is shown once.',
    permission: 'staff.change',
    body: shapes.newInvite,
    response: shapes.madeInvite,
    status: 201,
    answer: async (ctx, { body }) => {
      const made = await invitePerson(ctx, body)
      return { ...made, expiresAt: made.expiresAt.toISOString() }
    },
  }),
  route({
    method: 'POST',
    url: '/api/invites/:inviteId/revoke',
    summary: 'Revoke an invite.',
    permission: 'staff.change',
    params: shapes.inviteParams,
    body: z.strictObject({}).nullish(),
    response: done,
    answer: async (ctx, { params }) => {
      const count = await revokeInvites(ctx.db, { inviteId: params.inviteId }, ctx.now())
      if (count === 0) throw new Refusal('not-found', 'There is no open invite with this number.')
      await recordAudit(ctx, 'invite.revoked', { kind: 'invite', id: params.inviteId })
      return isDone
    },
  }),
]
