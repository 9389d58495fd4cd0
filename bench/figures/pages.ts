// How long the desk and a case take to open: with one person and nothing else, and with ten while complaints come in.
import { withCost } from '../desk/cpu-cost.ts'
import { type Figure, type Measurement, percentile } from '../figure.ts'
import { makeComplaints } from '../load/complaints.ts'
import { casePage, deskPage, openPages, type Page } from '../load/open-pages.ts'
import { sendSteadily } from '../load/send-complaints.ts'
import type { Running, Stage } from '../stage.ts'
import { untilDrained } from './drained.ts'

const p95 = (name: string, target: number, about: string): Figure => ({
  name,
  unit: 'ms',
  target,
  want: 'at most',
  about,
})
const requests = {
  desk: 'GET /api/desk',
  case: 'GET /api/cases/:id/page: the case, what was said, its timeline and promises',
}
const busyWords = 'ten people without pause, while 50 complaints a second come in'
const deskBusy = p95('desk_page_p95_ms', 50, `${requests.desk}; ${busyWords}`)
const caseBusy = p95('case_page_p95_ms', 30, `${requests.case}; ${busyWords}`)
const deskQuiet = p95('desk_page_quiet_p95_ms', 25, `${requests.desk}; one person, nothing comes in`)
const caseQuiet = p95('case_page_quiet_p95_ms', 15, `${requests.case}; one person, nothing comes in`)

export const perSecond = 50
const samples = 1000
/** A desk that has been open for a minute: code that runs all day is compiled by then. */
const warmUp = 1000

export const quietPages: Measurement<Stage> = {
  figures: [deskQuiet, caseQuiet],
  measure: async (stage) => {
    const desk = await stage.desk()
    await untilDrained(desk.inside)
    return openBoth(stage, desk, 1, deskQuiet, caseQuiet)
  },
}

export const busyPages: Measurement<Stage> = {
  figures: [deskBusy, caseBusy],
  measure: async (stage) => {
    const desk = await stage.desk()
    await untilDrained(desk.inside)
    const way = { port: desk.process.port, key: desk.key }
    const load = sendSteadily(way, makeComplaints(stage.name('busy')), perSecond)
    try {
      return await openBoth(stage, desk, 10, deskBusy, caseBusy)
    } finally {
      await load.stop()
    }
  },
}

async function openBoth(stage: Stage, desk: Running, count: number, deskFigure: Figure, caseFigure: Figure) {
  const people = await desk.people(count)
  const cases = await desk.inside.someCases(samples + warmUp)
  const open = async (figure: Figure, pageOf: (turn: number) => Page) => {
    const { port, pid } = desk.process
    const taken = await withCost(pid, stage.options.say, figure.name.slice(0, 9), async () => {
      const result = await openPages({ port, people, pageOf, samples, warmUp })
      return { result, count: samples + warmUp }
    })
    return { figure: figure.name, value: percentile(taken, 0.95), n: taken.length }
  }
  return [
    await open(deskFigure, () => deskPage),
    await open(caseFigure, (turn) => casePage(cases[turn % cases.length]?.caseId ?? '')),
  ]
}
