// A company at a real server, and a write key of it, made as an administrator makes one.
import type { RunningDesk } from './desk.ts'

export interface Administrator {
  readonly cookie: string
  readonly csrf: string
}

export async function foundAt(desk: RunningDesk): Promise<Administrator> {
  const answer = await fetch(`${desk.url}/api/first-run`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      ...{ company: 'Halden Home', kindOfBusiness: 'kitchen shop', timeZone: 'Europe/Berlin' },
      ...{ name: 'Amira Haddad', email: 'amira@halden.example', password: 'a quiet harbour at noon' },
      floor: { acknowledgeMinutes: 15, firstAnswerBusinessDays: 1, finalAnswerBusinessDays: 10 },
    }),
  })
  const { csrfToken } = (await answer.json()) as { csrfToken: string }
  return { cookie: answer.headers.get('set-cookie')?.split(';')[0] ?? '', csrf: csrfToken }
}

export async function askAs<Answer>(
  desk: RunningDesk,
  { cookie, csrf }: Administrator,
  method: 'GET' | 'POST',
  path: string,
  body?: object,
): Promise<Answer> {
  const answer = await fetch(`${desk.url}${path}`, {
    method,
    headers: {
      ...{ cookie, 'x-amends-csrf': csrf },
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  })
  if (!answer.ok) throw new Error(`${path} answered ${String(answer.status)}: ${await answer.text()}`)
  return (await answer.json()) as Answer
}

export const makeWriteKey = (desk: RunningDesk, who: Administrator) =>
  askAs<{ apiKeyId: string; key: string }>(desk, who, 'POST', '/api/api-keys', { name: 'shop', opens: 'events' })
