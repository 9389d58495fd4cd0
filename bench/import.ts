// The bench "import": a table of orders from the first byte of its upload until its last row is in the database.
import { mkdtempSync, rmSync } from 'node:fs'
import { cpus, tmpdir, totalmem } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { foundCompany, type Signed } from './desk/found-desk.ts'
import { startDeskProcess } from './desk/start-desk.ts'
import type { Bench, BenchOptions, Measurement } from './figure.ts'

interface ImportStage {
  readonly options: BenchOptions
  readonly url: string
  readonly who: Signed
}

const full = { orders: 200_000, customers: 50_000 }
const small = { orders: 10_000, customers: 2500 }

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

export const importing: Bench<ImportStage> = {
  name: 'import',
  about: 'Bringing a table of orders along.',
  measurements: [tables],
  open: async (options) => {
    const folder = mkdtempSync(join(tmpdir(), 'amends-bench-'))
    const desk = await startDeskProcess(folder)
    const who = await foundCompany(desk.port)
    return {
      ...{ options, who, url: `http://127.0.0.1:${String(desk.port)}` },
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
  kind: 'customer' | 'order',
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
