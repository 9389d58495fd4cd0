// Routes of the register: a page of cases, all of them as a file, and saved views.
import { Readable } from 'node:stream'
import { z } from 'zod'
import type { Context } from '../../platform/context/context.ts'
import { done } from '../../platform/http/done.schema.ts'
import { route } from '../../platform/http/route.ts'
import type { SavedViewId } from '../../shared/ids.ts'
import { idOf } from '../../shared/wire.schema.ts'
import { startExport } from './export-register.ts'
import { forgetView, makeView, renewView, seeViews, viewRelation } from './keep-view.ts'
import { pageLength, registerExport, registerPage, registerQuery } from './register.schema.ts'
import { newView, savedViews, viewChange, viewKept } from './saved-view.schema.ts'
import { seeRegister } from './see-register.ts'

const params = z.object({ savedViewId: idOf<'saved-view'>() })
const relation = (ctx: Context, { savedViewId }: { readonly savedViewId: SavedViewId }) =>
  viewRelation(ctx, savedViewId)

export const registerRoutes = [
  route({
    ...{ method: 'GET', url: '/api/register', permission: 'register.read' },
    summary: 'Every case by a filter, a page at a time.',
    query: registerQuery,
    response: registerPage,
    answer: (ctx, { query: { sort, after, ...filter } }) => seeRegister(ctx, filter, sort, after, pageLength),
  }),
  route({
    // It is written down who took it, so that no link may cause it.
    ...{ method: 'POST', url: '/api/register/export', permission: 'register.export' },
    summary: 'Every case by a filter as a file; the audit trail says who took it.',
    body: registerExport,
    answer: async (ctx, { body }, { request, reply }) => {
      const { fileName, mediaType, pieces } = await startExport(ctx, body.filter, body.format)
      ctx.house.turns.leave(request) // it may take minutes, and nobody waits before a screen
      void reply.headers({ 'content-type': mediaType, 'content-disposition': `attachment; filename="${fileName}"` })
      // Sent once this transaction is over.
      return Readable.from(pieces)
    },
  }),
  route({
    ...{ method: 'GET', url: '/api/register/views', permission: 'register.read' },
    summary: 'Saved views: those everybody sees, and one’s own.',
    response: savedViews,
    answer: async (ctx) => ({ views: await seeViews(ctx) }),
  }),
  route({
    ...{ method: 'POST', url: '/api/register/views', permission: 'register.read', status: 201 },
    summary: 'Keep a filter under a name.',
    body: newView,
    response: viewKept,
    answer: async (ctx, { body }) => ({ savedViewId: await makeView(ctx, body) }),
  }),
  route({
    ...{ method: 'PUT', url: '/api/register/views/:savedViewId', permission: 'view.change', relation, params },
    summary: 'Give a saved view another name or another filter.',
    body: viewChange,
    response: viewKept,
    answer: async (ctx, input) => {
      await renewView(ctx, input.params.savedViewId, input.body)
      return input.params
    },
  }),
  route({
    ...{ method: 'POST', url: '/api/register/views/:savedViewId/delete', permission: 'view.change', relation, params },
    summary: 'Delete a saved view.',
    body: z.strictObject({}).nullish(),
    response: done,
    answer: async (ctx, input) => {
      await forgetView(ctx, input.params.savedViewId)
      return { done: true }
    },
  }),
]
