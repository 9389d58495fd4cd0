// Routes of the public API that read: a page of each kind of object, and one of them.
import { type AnyRoute, route } from '../platform/http/route.ts'
import { type ObjectName, objectNames, objects, oneAsked, pageAsked, pageOf } from './object.schema.ts'
import { seeObject, seeObjects } from './see-objects.ts'

const routesOf = (name: ObjectName): readonly AnyRoute[] => [
  route({
    ...{ method: 'GET', url: `/api/v1/${name}`, permission: 'object.read' },
    summary: `${objects[name].description ?? name} A page of them, in the order in which they were made.`,
    query: pageAsked,
    response: pageOf(name),
    answer: async (ctx, { query }) => (await seeObjects(ctx, name, query)) as never,
  }),
  route({
    ...{ method: 'GET', url: `/api/v1/${name}/:id`, permission: 'object.read', params: oneAsked },
    summary: `One of ${name}.`,
    response: objects[name],
    answer: async (ctx, { params }) => (await seeObject(ctx, name, params.id)) as never,
  }),
]

export const objectRoutes: readonly AnyRoute[] = objectNames.flatMap(routesOf)
