// A part of a page that is loaded when it is first wanted, and without which the page does all it is for: where it cannot be loaded (the server is away, the
// desk was upgraded meanwhile) it is simply not there, and nothing that somebody is writing is lost by it.
import { lazy, type ComponentType } from 'react'

/** Until the page is loaded again. */
const nothing = () => null

export const lazyPart = <Props extends object>(load: () => Promise<ComponentType<Props>>) =>
  lazy(async () => ({ default: await load().catch((): ComponentType<Props> => nothing) }))
