// Routes of the floor. Promises of one case belong to the routes of cases.
import { route } from '../../platform/http/route.ts'
import { changeFloor, seeFloor } from './change-floor.ts'
import { floorChange, floorView } from './promise.schema.ts'

export const promiseRoutes = [
  route({
    method: 'GET',
    url: '/api/floor',
    summary: 'What we promise everybody, and the calendar it counts in.',
    permission: 'desk.see',
    response: floorView,
    answer: (ctx) => seeFloor(ctx),
  }),
  route({
    method: 'PUT',
    url: '/api/floor',
    summary: 'Promise something else from now on.',
    permission: 'floor.change',
    body: floorChange,
    response: floorView,
    answer: (ctx, { body }) => changeFloor(ctx, body),
  }),
] as const
