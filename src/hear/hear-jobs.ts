// Jobs of this room: none. Its loops (reader, sender, channels) work from their own tables; the rooms after it listen to its facts.
import type { Job } from '../platform/jobs/job.ts'
import type { FactKind } from '../shared/facts.ts'

export const hearJobs: readonly Job[] = []
export const hearListeners: Readonly<Partial<Record<FactKind, readonly string[]>>> = {}
