// Jobs of moving in: bringing a table, and taking it back.
import type { Job } from '../../platform/jobs/job.ts'
import type { ImportId } from './import.ts'
import { runImport } from './run-import.ts'
import { runTask } from './start-import.ts'
import { undoImport, undoTask } from './undo-import.ts'

export const importJobs: readonly Job[] = [
  {
    task: runTask,
    run: async (house, { organizationId, importId }) => {
      if (importId !== undefined) await runImport(house, organizationId, importId as ImportId)
    },
  },
  {
    task: undoTask,
    run: async (house, { organizationId, importId }) => {
      if (importId !== undefined) await undoImport(house, organizationId, importId as ImportId)
    },
  },
]
