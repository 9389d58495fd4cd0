// The bench "import": a table of orders, and an export of tickets, from the first byte of its upload until its last row is in the database.
import { mkdtempSync, rmSync } from 'node:fs'
import { cpus, tmpdir, totalmem } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { foundCompany, type Signed } from './desk/found-desk.ts'
import { startDeskProcess } from './desk/start-desk.ts'
import { readProc } from './desk/proc.ts'
import type { Bench, BenchOptions, Measurement } from './figure.ts'

interface ImportStage {
  readonly options: BenchOptions
  readonly url: string
  readonly who: Signed
  /** Of the desk's process. */
  readonly pid: number
}

const full = { orders: 200_000, customers: 50_000, tickets: 100_000, askers: 20_000 }
const small = { orders: 10_000, customers: 2500, tickets: 4000, askers: 1000 }

interface Seen {
  readonly state: string
  readonly taken: number
  readonly refused: number
}

const tables: Measurement<ImportStage> = {
  figures: [
    {
      ...{ name: 'orders_per_s', unit: '/s', target: 10_000, want: 'at least' },
      about: 'orders of a table that is uploaded, mapped, brought and committed',
    },
  ],
  measure: async (stage) => {
    const { orders, customers } = stage.options.isSmall ? small : full
    const people = await bring(stage, 'customer', customerTable(customers))
    const bought = await bring(stage, 'order', orderTable(orders, customers))
    if (people.seen.taken !== customers || bought.seen.taken !== orders)
      throw new Error(`not all was brought: ${JSON.stringify([people.seen, bought.seen])}`)
    return [
      {
        ...{ figure: 'orders_per_s', value: orders / bought.seconds, n: orders },
        more: {
          ...{ customers, seconds: Number(bought.seconds.toFixed(2)) },
          customers_per_s: Math.round(customers / people.seconds),
        },
      },
    ]
  },
}

const exports: Measurement<ImportStage> = {
  figures: [
    {
      ...{ name: 'tickets_per_s', unit: '/s', target: 500, want: 'at least' },
      about: 'tickets of a Zendesk export that is uploaded, brought and committed, three comments each',
    },
  ],
  measure: async (stage) => {
    const { tickets, askers } = stage.options.isSmall ? small : full
    await bring(stage, 'customer', userExport(askers))
    const file = ticketExport(tickets, askers)
    const brought = await bring(stage, 'complaint', file)
    if (brought.seen.taken !== tickets) throw new Error(`not all was brought: ${JSON.stringify(brought.seen)}`)
    const peak = Number(/^VmHWM:\s+(\d+) kB/m.exec(readProc(`/proc/${String(stage.pid)}/status`) ?? '')?.[1] ?? 0)
    return [
      {
        ...{ figure: 'tickets_per_s', value: tickets / brought.seconds, n: tickets },
        more: {
          ...{ askers, seconds: Number(brought.seconds.toFixed(2)), megabytes: Math.round(file.length / 1e6) },
          peak_rss_mb: Math.round((peak * 1024) / 1e6),
        },
      },
    ]
  },
}

export const importing: Bench<ImportStage> = {
  name: 'import',
  about: 'Bringing a table of orders and an export of tickets along.',
  measurements: [tables, exports],
  open: async (options) => {
    const folder = mkdtempSync(join(tmpdir(), 'amends-bench-'))
    const desk = await startDeskProcess(folder)
    const who = await foundCompany(desk.port)
    return {
      ...{ options, who, pid: desk.pid, url: `http://127.0.0.1:${String(desk.port)}` },
      facts: () => [
        ...(options.isSmall ? ['SMALL'] : []),
        `node ${process.versions.node}`,
        `${String(cpus().length)} cores (${cpus()[0]?.model.trim() ?? 'unknown'})`,
        `${String(Math.round(totalmem() / 2 ** 30))} GB`,
      ],
      close: async () => {
        await desk.stop()
        rmSync(folder, { recursive: true, force: true })
      },
    }
  },
}

/** From the upload to the last commit, as the page does it: with the mapping that is proposed. */
async function bring(
  stage: ImportStage,
  kind: 'customer' | 'order' | 'complaint',
  table: string,
): Promise<{ readonly seconds: number; readonly seen: Seen }> {
  const form = new FormData()
  form.append('file', new Blob([table], { type: 'text/csv' }), `${kind}.csv`)
  const began = performance.now()
  const { importId } = await ask<{ importId: string }>(stage, 'POST', `/api/imports?kind=${kind}&source=shop`, form)
  const { plan } = await ask<{ plan: object }>(stage, 'GET', `/api/imports/${importId}`)
  await ask(stage, 'POST', `/api/imports/${importId}/start`, JSON.stringify(plan))
  for (;;) {
    const seen = await ask<Seen>(stage, 'GET', `/api/imports/${importId}`)
    if (seen.state !== 'running') return { seconds: (performance.now() - began) / 1000, seen }
    await sleep(200)
  }
}

async function ask<Answer>(
  { url, who }: ImportStage,
  method: 'GET' | 'POST',
  path: string,
  body?: FormData | string,
): Promise<Answer> {
  const headers = {
    ...{ cookie: who.cookie, 'x-amends-csrf': who.csrf },
    ...(typeof body === 'string' ? { 'content-type': 'application/json' } : {}),
  }
  const answer = await fetch(`${url}${path}`, { method, headers, ...(body === undefined ? {} : { body }) })
  if (!answer.ok) throw new Error(`${path} answered ${String(answer.status)}: ${await answer.text()}`)
  return (await answer.json()) as Answer
}

function customerTable(many: number): string {
  const lines = Array.from({ length: many }, (_, at) => {
    const n = String(at)
    return `${n},Customer ${n},customer${n}@bench.example,en,2024-01-${String((at % 28) + 1).padStart(2, '0')}`
  })
  return ['id,name,email,language,since', ...lines].join('\r\n')
}

/** As a German spreadsheet writes them. */
function orderTable(many: number, customers: number): string {
  const lines = Array.from({ length: many }, (_, at) => {
    const [day, hour] = [String((at % 28) + 1).padStart(2, '0'), String(at % 24).padStart(2, '0')]
    return `o${String(at)};${String((at * 7919) % customers)};${day}.03.2025 ${hour}:15;${String(at % 900)},9${String(at % 10)};EUR;Kettle ${String(at % 40)};1`
  })
  return ['Bestellnummer;Kundennummer;Bestelldatum;Betrag;Währung;Artikel;Menge', ...lines].join('\r\n')
}

const userExport = (many: number): string =>
  Array.from({ length: many }, (_, at) => {
    const user = { name: `Asker ${String(at)}`, email: `asker${String(at)}@bench.example`, role: 'end-user' }
    return JSON.stringify({ id: 360_000_000_000 + at, ...user, created_at: '2024-01-01T00:00:00Z' })
  }).join('\n')

/** One in a hundred is open. */
function ticketExport(many: number, askers: number): string {
  const lines = Array.from({ length: many }, (_, at) => {
    const [asker, agent] = [360_000_000_000 + (at % askers), 390_000_000_000 + (at % 40)]
    const said = (author: number, day: number, body: string) => {
      const created_at = `2025-03-${String(day).padStart(2, '0')}T10:15:00Z`
      return { id: at * 4 + day, type: 'Comment', author_id: author, public: true, body, created_at, attachments: [] }
    }
    return JSON.stringify({
      ...{ id: at + 1, via: { channel: 'email' }, subject: `Kettle ${String(at)} leaks`, priority: 'normal' },
      ...{ status: at % 100 === 0 ? 'open' : 'closed', requester_id: asker, assignee_id: agent, tags: ['kettle'] },
      ...{ created_at: '2025-03-01T10:15:00Z', updated_at: '2025-03-20T10:15:00Z' },
      comments: [
        said(
          asker,
          1,
          `The kettle that I ordered leaks at the handle, and nobody answered my call number ${String(at)}.`,
        ),
        said(agent, 2, 'We are sorry. A new one is on its way and should be with you by the end of this week.'),
        said(asker, 4, 'It came, thank you.'),
      ],
    })
  })
  return lines.join('\n')
}
