// The bench "intake": a complaint from arrival to an opened case, and the pages people work on meanwhile.
import type { Bench } from './figure.ts'
import { burst } from './figures/burst.ts'
import { createOne } from './figures/create.ts'
import { mailbox } from './figures/mailbox.ts'
import { idleMemory } from './figures/memory.ts'
import { messageToCase } from './figures/message-to-case.ts'
import { busyPages, quietPages } from './figures/pages.ts'
import { searches } from './figures/search.ts'
import { coldStart, warmStart } from './figures/starts.ts'
import { openStage, type Stage } from './stage.ts'

export const intake: Bench<Stage> = {
  name: 'intake',
  about: 'From a message to its case, and the pages people work on meanwhile.',
  // What adds many cases comes last, so that the pages are opened over the cases the configuration names.
  measurements: [
    coldStart,
    warmStart,
    idleMemory,
    quietPages,
    searches(50),
    createOne,
    messageToCase,
    busyPages,
    mailbox,
    burst,
  ],
  open: openStage,
}
