// Fills a founded desk with made-up cases and their messages: the same words and people every time, times counted back from now.
import pg from 'pg'
import { seededRandom } from '../../src/shared/random.ts'
import { caseStory, customersOf, type CaseStory } from './case-story.ts'
import * as fill from './fill.sql.ts'
import { makeLetters, type Letters } from './letters.ts'
import { personOf } from './names.ts'
import { makeVocabulary, type Vocabulary } from './vocabulary.ts'

export const handlers = 40
export const handlerAddress = (number: number): string => `handler${String(number)}@bench.test`
export const seed = 4100
const batch = 2000
const lanes = 2

export const benchVocabulary = (): Vocabulary => makeVocabulary(seededRandom(seed))

/** Two sessions take turns with the batches; one transaction a batch, as amends_owner. The desk must be stopped. */
export async function fillDesk(url: string, cases: number, now: number): Promise<void> {
  const joined = now - 800 * 86_400_000
  const letters = makeLetters(benchVocabulary(), seededRandom(seed + 1))
  const lane = await openSession(url)
  try {
    await lane.query(fill.addHandlers, [handlers, joined])
    const { rows: indexes } = await lane.query<{ name: string; definition: string }>(fill.costlyIndexes)
    for (const { name } of indexes) await lane.query(`drop index ${name}`)
    await addPeople(lane, customersOf(cases), joined)
    await fillCases(url, { cases, now, joined, letters })
    await lane.query(fill.numberOn, [cases + 1])
    await lane.query(`set maintenance_work_mem = '512MB'`)
    for (const { definition } of indexes) await lane.query(definition)
  } finally {
    await lane.end()
  }
}

/** The planner's figures, and the pages' visibility, as they are on a desk that has lived for a while. */
export async function settleTables(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query('vacuum analyze')
    await client.query('checkpoint')
  } finally {
    await client.end()
  }
}

async function openSession(url: string): Promise<pg.Client> {
  const client = new pg.Client({
    connectionString: url,
    options: '-c role=amends_owner -c synchronous_commit=off -c jit=off',
  })
  await client.connect()
  await client.query(fill.makeIds)
  return client
}

async function addPeople(client: pg.Client, count: number, joined: number): Promise<void> {
  for (let from = 1; from <= count; from += 10_000) {
    const people = Array.from({ length: Math.min(10_000, count - from + 1) }, (_, at) => ({
      n: from + at,
      ...personOf(from + at),
    }))
    await client.query(fill.addCustomers, [JSON.stringify(people), joined])
  }
}

interface Filling {
  readonly cases: number
  readonly now: number
  readonly joined: number
  readonly letters: Letters
}

async function fillCases(url: string, filling: Filling): Promise<void> {
  const random = seededRandom(seed + 2)
  let next = 1
  const work = async (): Promise<void> => {
    const client = await openSession(url)
    await client.query(fill.makeStaging)
    await client.query(fill.notePlace, [filling.joined, filling.now])
    while (next <= filling.cases) {
      const stories: CaseStory[] = []
      for (; stories.length < batch && next <= filling.cases; next++)
        stories.push(caseStory(next, filling.cases, handlers, filling.now, random))
      await fillBatch(client, stories, filling)
    }
    await client.end()
  }
  await Promise.all(Array.from({ length: lanes }, work))
}

async function fillBatch(client: pg.Client, stories: readonly CaseStory[], filling: Filling): Promise<void> {
  const subjects = stories.map(() => filling.letters.subject())
  await client.query('begin')
  await client.query(fill.tellCases, [
    JSON.stringify(stories.map(({ messages: _, ...story }, at) => ({ ...story, matter: subjects[at] }))),
  ])
  const told = stories.flatMap((story, at) =>
    story.messages.map((message) => ({
      number: story.number,
      ...message,
      subject: message.sequence === 1 ? subjects[at] : `Re: ${subjects[at] ?? ''}`,
      ...textsOf(message.kind, message.sequence, filling.letters),
    })),
  )
  await client.query(fill.tellMessages, [JSON.stringify(told)])
  await client.query(fill.lookAtStaging)
  for (const statement of fill.becomeRows) await client.query(statement)
  await client.query('commit')
}

/** Later mails of customers quote what they answer; the quoted part is not shown. */
function textsOf(
  kind: string,
  sequence: number,
  letters: Letters,
): { readonly text: string; readonly visible: string } {
  const visible = letters.text(kind === 'acknowledgement' ? 60 : 90)
  const isReply = kind === 'human' && sequence > 1
  return { visible, text: isReply ? `${visible}\n\n> ${letters.text(60).replaceAll('\n', '\n> ')}` : visible }
}
