// What follows from what, on one page: which job listens to which fact, what the tick asks, every route and every privacy part.
import { amendJobs, amendListeners } from './amend/amend-jobs.ts'
import { amendPrivacy } from './amend/amend-privacy.ts'
import { amendRoutes } from './amend/amend-routes.ts'
import { amendTick } from './amend/amend-tick.ts'
import { unlessAboutAsker } from './amend/cases/unless-about.ts'
import { firstRunRoutes } from './first-run/first-run.api.ts'
import { hearJobs, hearListeners } from './hear/hear-jobs.ts'
import { hearPrivacy } from './hear/hear-privacy.ts'
import { hearRoutes } from './hear/hear-routes.ts'
import { onePerson } from './hear/customers/person/person-link.sql.ts'
import { evidenceRoutes } from './know/evidence/evidence.api.ts'
import { knowPrivacy } from './know/know-privacy.ts'
import { csvPrivacy } from './moving-in/csv/csv.privacy.ts'
import { importJobs } from './moving-in/csv/import-jobs.ts'
import { importRoutes } from './moving-in/csv/import.api.ts'
import { eventRoutes } from './moving-in/events/event.api.ts'
import { eventJobs } from './moving-in/events/event-jobs.ts'
import { eventsPrivacy } from './moving-in/events/events.privacy.ts'
import { historyRoutes } from './moving-in/history.api.ts'
import { movingInPrivacy } from './moving-in/moving-in.privacy.ts'
import { healthRoutes } from './platform/http/health.api.ts'
import { liveRoute } from './platform/http/live.api.ts'
import type { LiveHub } from './platform/http/live-hub.ts'
import type { AnyRoute } from './platform/http/route.ts'
import type { Job, TickPart } from './platform/jobs/job.ts'
import { jobRoutes } from './platform/jobs/jobs.api.ts'
import { platformPrivacy } from './platform/privacy/platform.privacy.ts'
import { forgetWhatIsDue } from './platform/privacy/forget-what-is-due.ts'
import type { TablePrivacy } from './platform/privacy/privacy.ts'
import { privacyRoutes } from './platform/privacy/privacy.api.ts'
import { identifyCaller } from './platform/staff/caller.api.ts'
import { apiKeyRoutes } from './platform/staff/api-key.api.ts'
import { organizationRoutes } from './platform/staff/organization.api.ts'
import { staffRoutes } from './platform/staff/staff.api.ts'
import { deliverWebhookJob, retryWebhooks } from './platform/webhooks/deliver-webhook.ts'
import { webhookRoutes } from './platform/webhooks/webhook.api.ts'
import { webhooksPrivacy } from './platform/webhooks/webhook.privacy.ts'
import { objectRoutes } from './public-api/object.api.ts'
import type { FollowUp } from './platform/context/house.ts'
import type { FactKind } from './shared/facts.ts'

/** Each table's part of erasing, exporting and forgetting. A table without one fails the schema test. */
export const privacy: readonly TablePrivacy[] = [
  ...platformPrivacy,
  ...webhooksPrivacy,
  ...csvPrivacy,
  ...eventsPrivacy,
  ...movingInPrivacy,
  ...hearPrivacy,
  ...knowPrivacy,
  ...amendPrivacy,
]

/** Every route of the desk. The authorisation matrix is made from this list. */
export const allRoutes = (hub: LiveHub): readonly AnyRoute[] => [
  ...healthRoutes,
  liveRoute(hub, identifyCaller),
  ...firstRunRoutes,
  ...historyRoutes,
  ...importRoutes,
  ...eventRoutes,
  ...objectRoutes,
  ...staffRoutes,
  ...organizationRoutes,
  ...apiKeyRoutes,
  ...jobRoutes,
  ...webhookRoutes,
  ...privacyRoutes(privacy, unlessAboutAsker, (ctx, customerId) => onePerson(ctx.db, customerId)),
  ...hearRoutes,
  ...evidenceRoutes,
  ...amendRoutes,
]

export const jobs: readonly Job[] = [...hearJobs, ...amendJobs, ...importJobs, ...eventJobs, deliverWebhookJob]

/** What can be done without the queue, by the name of its job. */
export const atOnce: Readonly<Record<string, FollowUp>> = Object.fromEntries(
  jobs.flatMap(({ task, atOnce: work }) => (work ? [[task, work]] : [])),
)

/** Fact → the jobs it causes. */
export const listeners: Readonly<Partial<Record<FactKind, readonly string[]>>> = joined(hearListeners, amendListeners)

export const tickParts: readonly TickPart[] = [...amendTick, retryWebhooks, forgetWhatIsDue(privacy)]

function joined(
  ...lists: readonly Readonly<Partial<Record<FactKind, readonly string[]>>>[]
): Partial<Record<FactKind, readonly string[]>> {
  const all: Partial<Record<FactKind, readonly string[]>> = {}
  for (const list of lists) {
    for (const [fact, tasks] of Object.entries(list) as [FactKind, readonly string[]][])
      all[fact] = [...(all[fact] ?? []), ...tasks]
  }
  return all
}
