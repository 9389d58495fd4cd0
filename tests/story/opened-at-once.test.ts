// A complaint that is read is a case in the same moment; and where opening it fails, it is heard all the same and the queue opens it later.
import { afterAll, expect, test } from 'vitest'
import { atOnce, jobs, listeners } from '../../src/wiring.ts'
import { openMailDesk } from '../setup/mail-desk.ts'

const desk = await openMailDesk(listeners, atOnce)
afterAll(() => desk.close())

const ask = async (question: string) => (await desk.house.ownerPool.query<Record<string, unknown>>(question)).rows
const tell = (from: string) =>
  desk.deliver(
    `From: ${from}\nTo: support@our.example\nSubject: The kettle\nMessage-ID: <${from}>\n\nThe kettle leaks.\n`,
  )
const queued = () =>
  ask(`select t.identifier as task, j.payload from graphile_worker._private_jobs j
    join graphile_worker._private_tasks t on t.id = j.task_id order by j.id`)
const cases = () =>
  ask(`select c.state, (select count(*)::int from promise p where p.case_id = c.case_id) as promises,
      (select count(*)::int from outbox o join case_message m on m.message_id = o.message_id where m.case_id = c.case_id) as letters,
      (select actor_id from case_event e where e.case_id = c.case_id and e.kind = 'received') as by
    from cases c order by c.number`)
const opened = { state: 'received', promises: 3, letters: 1, by: 'cases' }

test('read, opened, promised and its acknowledgement queued: one transaction, nothing in the queue', async () => {
  await tell('mira@customer.example')
  expect(await cases()).toEqual([opened])
  expect(await queued()).toEqual([])
  const [{ same }] = (await ask(
    'select count(distinct xmin::text)::int as same from (select xmin from message union all select xmin from promise) t',
  )) as [{ same: number }]
  expect(same).toBe(1)
})

test('a fault in opening keeps nobody from being heard: the message is there, and a job opens the case once the fault is mended', async () => {
  await ask(`create function fault() returns trigger language plpgsql as $$ begin raise 'planted'; end $$;
    create trigger fault before insert on cases for each row execute function fault()`)
  await tell('jonas@customer.example')
  expect(await cases()).toHaveLength(1)
  expect(await ask(`select kind from disposition`)).toEqual([{ kind: 'conversation' }, { kind: 'conversation' }])
  expect(await ask(`select raw_id from unread_raw`)).toEqual([])
  const [waiting, ...others] = await queued()
  expect(waiting).toMatchObject({ task: 'cases.count-message' })
  expect(others).toEqual([])
  await ask('drop trigger fault on cases')
  await jobs.find(({ task }) => task === waiting?.['task'])?.run(desk.house, waiting?.['payload'] as never)
  expect(await cases()).toEqual([opened, opened])
})
