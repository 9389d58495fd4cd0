// The job that makes of events what they are.
import { withContext } from '../../platform/context/context.ts'
import type { Job } from '../../platform/jobs/job.ts'
import { takeEventsTask } from './receive-events.ts'
import { atOnce, takeEvents } from './take-events.ts'

export const eventJobs: readonly Job[] = [
  {
    task: takeEventsTask,
    run: async (house, { organizationId }) => {
      const who = { organizationId, actor: { kind: 'system', part: 'moving-in' } } as const
      while ((await withContext(house, who, takeEvents)) === atOnce);
    },
  },
]
