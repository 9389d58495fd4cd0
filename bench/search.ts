// The bench "search": the one box over people, cases and messages, over a million messages.
import type { Bench } from './figure.ts'
import { searches } from './figures/search.ts'
import { openStage, type Stage } from './stage.ts'

/** With three messages each, a million. */
const cases = 333_334

export const search: Bench<Stage> = {
  name: 'search',
  about: 'Searching over a million messages.',
  measurements: [searches(200)],
  open: (options) => openStage(options, cases),
}
