// Jobs of this room. Its loops (reader, sender, channels) work from their own tables; the rooms after it listen to its facts.
import { withContext } from '../platform/context/context.ts'
import type { Job } from '../platform/jobs/job.ts'
import type { FactKind } from '../shared/facts.ts'
import type { ChannelId } from '../shared/ids.ts'
import { mostAtOnce, releaseHeldLetters } from './conversations/release-held-letters.ts'

const releaseHeldLettersJob: Job = {
  task: 'release-held-letters',
  run: async (house, { organizationId, channelId }) => {
    if (channelId === undefined) return
    const who = { organizationId, actor: { kind: 'system', part: 'conversations' } } as const
    while ((await withContext(house, who, (ctx) => releaseHeldLetters(ctx, channelId as ChannelId))) === mostAtOnce);
  },
}

export const hearJobs: readonly Job[] = [releaseHeldLettersJob]
export const hearListeners: Readonly<Partial<Record<FactKind, readonly string[]>>> = {
  'channel.changed': [releaseHeldLettersJob.task],
}
