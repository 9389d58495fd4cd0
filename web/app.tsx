// The route table: every address of the pages, and who may come there.
// Long because: it is one table, and an address is found by looking down it.
import { QueryCache, QueryClient } from '@tanstack/react-query'
import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Outlet,
  redirect,
} from '@tanstack/react-router'
import { Failure } from './api.ts'
import { Announcer } from './components/announcer.tsx'
import { BrokenPage } from './pages/house/broken-page.tsx'
import { House } from './pages/house/house.tsx'
import { MissingPage } from './pages/house/missing-page.tsx'
import { readSearch } from './pages/register/register-search.ts'
import { readReportSearch } from './pages/reports/report-search.ts'
import { firstRunQuery, meQuery } from './pages/staff/staff-queries.ts'

const client = new QueryClient({
  queryCache: new QueryCache({ onError: leaveWhenSignedOut }),
  defaultOptions: {
    queries: { staleTime: 10_000, retry: (count, error) => count < 2 && isPassing(error) },
  },
})

/** Whether trying again by itself may help. */
const isPassing = (error: Error): boolean =>
  error instanceof Failure && ['offline', 'unavailable', 'too-many'].includes(error.code)

function leaveWhenSignedOut(error: Error): void {
  if (!(error instanceof Failure) || error.code !== 'not-signed-in' || router.state.location.pathname === '/sign-in')
    return
  client.removeQueries({ queryKey: ['me'] })
  void router.navigate({ to: '/sign-in', search: { to: router.state.location.href } })
}

const root = createRootRoute({
  component: () => (
    <>
      <Outlet />
      <Announcer />
    </>
  ),
  errorComponent: BrokenPage,
  notFoundComponent: MissingPage,
})

const house = createRoute({
  getParentRoute: () => root,
  id: 'house',
  component: House,
  beforeLoad: async ({ location }) => {
    const me = await client.query(meQuery)
    if (me) return
    const { needed } = await client.query(firstRunQuery)
    // eslint-disable-next-line @typescript-eslint/only-throw-error -- the router takes redirects as thrown values
    throw needed ? redirect({ to: '/first-run' }) : redirect({ to: '/sign-in', search: { to: location.href } })
  },
})
const signIn = createRoute({
  getParentRoute: () => root,
  path: '/sign-in',
  validateSearch: (search): { to?: string } => {
    // Only addresses of this desk: a link must not lead somebody who signs in to another site.
    const to = search['to']
    return typeof to === 'string' && /^\/(?![/\\])/.test(to) ? { to } : {}
  },
  component: lazyRouteComponent(() => import('./pages/staff/sign-in.tsx'), 'SignIn'),
})
const firstRun = createRoute({
  getParentRoute: () => root,
  path: '/first-run',
  component: lazyRouteComponent(() => import('./pages/staff/first-run.tsx'), 'FirstRun'),
})
const join = createRoute({
  getParentRoute: () => root,
  path: '/join',
  component: lazyRouteComponent(() => import('./pages/staff/join.tsx'), 'Join'),
})
const desk = createRoute({
  getParentRoute: () => house,
  path: '/',
  validateSearch: (search): { view?: 'to-confirm' | 'team'; of?: string; lines?: number } => ({
    ...(search['view'] === 'to-confirm' || search['view'] === 'team' ? { view: search['view'] } : {}),
    // Whose cases a lead looks at.
    ...(typeof search['of'] === 'string' && /^(untaken|[0-9a-f-]{36})$/.test(search['of']) ? { of: search['of'] } : {}),
    // How many of my cases are shown, so that coming back from one finds the list as it was.
    ...(typeof search['lines'] === 'number' && search['lines'] > 0
      ? { lines: Math.min(500, Math.ceil(search['lines'])) }
      : {}),
  }),
  component: lazyRouteComponent(() => import('./pages/desk/desk.tsx'), 'Desk'),
})
const oneCase = createRoute({
  getParentRoute: () => house,
  path: '/cases/$caseId',
  component: lazyRouteComponent(() => import('./pages/cases/case-page.tsx'), 'CasePage'),
})
const searching = (search: Record<string, unknown>): { q?: string } =>
  typeof search['q'] === 'string' && search['q'] !== '' ? { q: search['q'].slice(0, 200) } : {}
const customers = createRoute({
  getParentRoute: () => house,
  path: '/customers',
  validateSearch: searching,
  component: lazyRouteComponent(() => import('./pages/customers/customers.tsx'), 'Customers'),
})
const customer = createRoute({
  getParentRoute: () => house,
  path: '/customers/$customerId',
  component: lazyRouteComponent(() => import('./pages/customers/customer-page.tsx'), 'CustomerPage'),
})
const search = createRoute({
  getParentRoute: () => house,
  path: '/search',
  validateSearch: searching,
  component: lazyRouteComponent(() => import('./pages/register/search-page.tsx'), 'SearchPage'),
})
const register = createRoute({
  getParentRoute: () => house,
  path: '/register',
  validateSearch: readSearch,
  component: lazyRouteComponent(() => import('./pages/register/register.tsx'), 'Register'),
})
const reports = createRoute({
  getParentRoute: () => house,
  path: '/reports',
  validateSearch: readReportSearch,
  component: lazyRouteComponent(() => import('./pages/reports/reports.tsx'), 'Reports'),
})
const next = createRoute({
  getParentRoute: () => house,
  path: '/next-steps',
  component: lazyRouteComponent(() => import('./pages/staff/next-steps.tsx'), 'NextSteps'),
})

const settings = createRoute({
  getParentRoute: () => house,
  path: '/settings',
  component: lazyRouteComponent(() => import('./pages/house/settings.tsx'), 'Settings'),
})
const settingsHome = createRoute({
  getParentRoute: () => settings,
  path: '/',
  beforeLoad: () => {
    // eslint-disable-next-line @typescript-eslint/only-throw-error -- the router takes redirects as thrown values
    throw redirect({ to: '/settings/mailboxes', replace: true })
  },
})
const mailboxes = createRoute({
  getParentRoute: () => settings,
  path: '/mailboxes',
  component: lazyRouteComponent(() => import('./pages/channels/mailboxes.tsx'), 'Mailboxes'),
})
const signedIn = createRoute({
  getParentRoute: () => settings,
  path: '/mailboxes/signed-in',
  component: lazyRouteComponent(() => import('./pages/channels/signed-in.tsx'), 'SignedIn'),
})
const form = createRoute({
  getParentRoute: () => settings,
  path: '/form',
  component: lazyRouteComponent(() => import('./pages/channels/web-form.tsx'), 'WebForm'),
})
const people = createRoute({
  getParentRoute: () => settings,
  path: '/people',
  component: lazyRouteComponent(() => import('./pages/staff/people.tsx'), 'People'),
})
const keys = createRoute({
  getParentRoute: () => settings,
  path: '/api-keys',
  component: lazyRouteComponent(() => import('./pages/staff/api-keys.tsx'), 'ApiKeys'),
})
const webhooks = createRoute({
  getParentRoute: () => settings,
  path: '/webhooks',
  component: lazyRouteComponent(() => import('./pages/webhooks/webhooks-page.tsx'), 'Webhooks'),
})
const moveIn = createRoute({
  getParentRoute: () => settings,
  path: '/move-in',
  component: lazyRouteComponent(() => import('./pages/moving-in/move-in.tsx'), 'MoveIn'),
})
const oneImport = createRoute({
  getParentRoute: () => settings,
  path: '/move-in/$importId',
  component: lazyRouteComponent(() => import('./pages/moving-in/import-page.tsx'), 'ImportPage'),
})
const company = createRoute({
  getParentRoute: () => settings,
  path: '/company',
  component: lazyRouteComponent(() => import('./pages/house/company.tsx'), 'Company'),
})
const floor = createRoute({
  getParentRoute: () => settings,
  path: '/floor',
  component: lazyRouteComponent(() => import('./pages/promises/floor.tsx'), 'Floor'),
})
const blocks = createRoute({
  getParentRoute: () => settings,
  path: '/blocks',
  component: lazyRouteComponent(() => import('./pages/blocks/blocks-page.tsx'), 'Blocks'),
})
const brands = createRoute({
  getParentRoute: () => settings,
  path: '/brands',
  component: lazyRouteComponent(() => import('./pages/brands/brands-page.tsx'), 'Brands'),
})
const topics = createRoute({
  getParentRoute: () => settings,
  path: '/topics',
  component: lazyRouteComponent(() => import('./pages/topics/topics-page.tsx'), 'Topics'),
})
const surveys = createRoute({
  getParentRoute: () => settings,
  path: '/surveys',
  component: lazyRouteComponent(() => import('./pages/surveys/surveys.tsx'), 'Surveys'),
})
const quarantine = createRoute({
  getParentRoute: () => settings,
  path: '/quarantine',
  component: lazyRouteComponent(() => import('./pages/intake/quarantine.tsx'), 'Quarantine'),
})
const jobs = createRoute({
  getParentRoute: () => settings,
  path: '/failed-jobs',
  component: lazyRouteComponent(() => import('./pages/jobs/failed-jobs.tsx'), 'FailedJobs'),
})
const notices = createRoute({
  getParentRoute: () => settings,
  path: '/notices',
  component: lazyRouteComponent(() => import('./pages/notices/notices.tsx'), 'Notices'),
})
const password = createRoute({
  getParentRoute: () => settings,
  path: '/password',
  component: lazyRouteComponent(() => import('./pages/staff/password.tsx'), 'Password'),
})

const routeTree = root.addChildren([
  signIn,
  firstRun,
  join,
  house.addChildren([
    desk,
    oneCase,
    customers,
    customer,
    search,
    register,
    reports,
    next,
    settings.addChildren([
      settingsHome,
      mailboxes,
      signedIn,
      form,
      people,
      keys,
      webhooks,
      moveIn,
      oneImport,
      company,
      floor,
      blocks,
      brands,
      topics,
      surveys,
      quarantine,
      jobs,
      notices,
      password,
    ]),
  ]),
])

const router = createRouter({ routeTree, defaultPreload: false, scrollRestoration: false })

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router
  }
}

export const createPages = () => ({ router, client })
