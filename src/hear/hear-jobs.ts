// Jobs of this room. Its loops (reader, sender, channels) work from their own tables; the rooms after it listen to its facts.
import { withContext } from '../platform/context/context.ts'
import type { Job } from '../platform/jobs/job.ts'
import type { FactKind } from '../shared/facts.ts'
import type { ChannelId } from '../shared/ids.ts'
import { releaseHeldLetters } from './conversations/release-held-letters.ts'

const releaseHeldLettersJob: Job = {
  task: 'release-held-letters',
  run: (house, { organizationId, channelId }) =>
    withContext(house, { organizationId, actor: { kind: 'system', part: 'conversations' } }, async (ctx) => {
      if (channelId !== undefined) await releaseHeldLetters(ctx, channelId as ChannelId)
    }),
}

export const hearJobs: readonly Job[] = [releaseHeldLettersJob]
export const hearListeners: Readonly<Partial<Record<FactKind, readonly string[]>>> = {
  'channel.changed': [releaseHeldLettersJob.task],
}
