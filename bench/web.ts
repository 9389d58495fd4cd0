// The bench "web": what a browser fetches, how soon a page answers a hand, how it scrolls, and how soon the first page is there.
import type { Bench } from './figure.ts'
import { firstLoads } from './figures/first-load.ts'
import { firstPage } from './figures/first-page.ts'
import { interactions } from './figures/interactions.ts'
import { scrolling } from './figures/scrolling.ts'
import { openWebStage, type WebStage } from './web-stage.ts'

export const web: Bench<WebStage> = {
  name: 'web',
  about: 'The pages in a real Chromium, on the same filled desk.',
  // The session of a handler takes cases, and the starts stop the desk; so the figures of what is shown come first.
  measurements: [firstLoads, scrolling, interactions, firstPage],
  open: openWebStage,
}
