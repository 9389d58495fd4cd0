// The public JSON API: complaints in, and what became of them; and its OpenAPI document.
import { z } from 'zod'
import { type AnyRoute, openRoute, route } from '../../../platform/http/route.ts'
import type { RawId } from '../../../shared/ids.ts'
import { complaintBody, complaintParams, complaintStatus, complaintTaken } from '../../channels/api/complaint.schema.ts'
import { complaintFate, takeComplaint } from './take-complaint.ts'

const take = route({
  method: 'POST',
  url: '/api/v1/complaints',
  summary:
    'Hand in a complaint. With an Idempotency-Key header it may be sent again safely: the first answer comes again for at least 24 hours.',
  status: 202,
  bodyLimit: 16 * 1024 * 1024,
  permission: 'complaint.create',
  body: complaintBody,
  response: complaintTaken,
  answer: async (ctx, { body }, { request, reply }) => {
    const key = request.headers['idempotency-key']
    const { answer, isReplay } = await takeComplaint(ctx, body, typeof key === 'string' ? key : null)
    if (isReplay) void reply.header('idempotency-replayed', 'true')
    return answer
  },
})

const fate = route({
  method: 'GET',
  url: '/api/v1/complaints/:rawId',
  summary: 'What became of a complaint: its disposition, and the number of its case once there is one.',
  permission: 'complaint.create',
  params: complaintParams,
  response: complaintStatus,
  answer: (ctx, { params }) => complaintFate(ctx, params.rawId as RawId),
})

const document = openRoute({
  method: 'GET',
  url: '/api/v1/openapi.json',
  summary: 'This document.',
  openBecause: 'it describes the public API and holds nothing of anybody',
  response: z.unknown(),
  answer: (_house, _input, { request, reply }) => {
    void reply.type('application/json')
    return Promise.resolve(request.server.swagger())
  },
})

export const complaintRoutes: readonly AnyRoute[] = [take, fate, document]
