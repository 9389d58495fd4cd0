// The public web form: asked for, posted, and the page that says it was received.
import { z } from 'zod'
import { type AnyRoute, type Http, openRoute } from '../../../platform/http/route.ts'
import type { House } from '../../../platform/context/house.ts'
import { asOurError } from '../../../platform/database/database-errors.ts'
import { Refusal } from '../../../shared/errors.ts'
import type { RawId } from '../../../shared/ids.ts'
import { say } from '../../../shared/say.ts'
import { emptyFields, type FormFaults, type FormFields, formPage, messagePage, receivedPage } from './form-page.ts'
import { type FormPart, type FormParts, type MayKeepFiles, readFormParts } from './form-parts.ts'
import { mayUpload } from './flood.ts'
import { type FormShown, openForm, referenceOf, takeForm } from './take-form.ts'

const openBecause = 'people who complain have no account'
const channelParams = z.object({ channelId: z.uuid() })
const receivedParams = z.object({ channelId: z.uuid(), rawId: z.uuid() })

const page = (http: Http, status: number, html: string): string => {
  void http.reply.code(status).type('text/html; charset=utf-8').header('cache-control', 'no-store')
  return html
}

/** The sentence of a failure that passes by itself: the database is away, or its disk is full. @throws any other error, as it is */
function wordsOfPassing(caught: unknown): string {
  const error = asOurError(caught)
  if (error instanceof Refusal && error.code === 'unavailable') return say('form.not-now.unavailable')
  if (error instanceof Refusal && error.code === 'storage-full') return say('form.not-now.storage-full')
  throw error
}

const notNow = (http: Http, html: string): string => {
  void http.reply.header('retry-after', '30')
  return page(http, 503, html)
}

const awayPage = (words: string): string => messagePage('', say('form.not-now.title'), words)

/** The form, or a page that says why there is none; `whenAway` makes the page for a database that is away. */
async function withForm(
  house: House,
  channelId: string | null,
  http: Http,
  work: (form: FormShown) => Promise<string> | string,
  whenAway: (words: string) => Promise<string> | string = awayPage,
): Promise<string> {
  let form: FormShown | null
  try {
    form = await openForm(house, channelId)
  } catch (error) {
    return notNow(http, await whenAway(wordsOfPassing(error)))
  }
  if (!form) return page(http, 404, messagePage('Amends', say('form.nowhere.title'), say('form.nowhere.text')))
  if (form.isOff) return page(http, 503, messagePage(form.company, say('form.closed.title'), say('form.closed.text')))
  return work(form)
}

const actionOf = (channelId: string | null): string => (channelId === null ? '/form' : `/form/${channelId}`)

const show = (house: House, channelId: string | null, http: Http): Promise<string> =>
  withForm(house, channelId, http, ({ company }) =>
    page(http, 200, formPage({ company, action: actionOf(channelId), fields: emptyFields, faults: {} })),
  )

function post(house: House, channelId: string | null, http: Http): Promise<string> {
  const action = actionOf(channelId)
  return withForm(
    house,
    channelId,
    http,
    (form) =>
      readPosted(
        http,
        // A database that is away refuses nobody's files: the post itself is then answered with its words.
        (fields) => mayUpload(house, form, fields.get('email') ?? '', http.request.ip).catch(() => true),
        (fields, parts) => answerPost(house, form, action, http, fields, parts),
      ),
    (words) =>
      readPosted(
        http,
        () => Promise.resolve(false),
        (fields) => formPage({ company: '', action, fields, faults: { form: words } }),
      ),
  )
}

async function readPosted(
  http: Http,
  mayKeepFiles: MayKeepFiles,
  work: (fields: FormFields, parts: FormParts) => Promise<string> | string,
): Promise<string> {
  const parts = await readFormParts(http.request.parts() as AsyncIterable<FormPart>, mayKeepFiles)
  try {
    return await work(fieldsOf(parts.fields), parts)
  } finally {
    await parts.clean()
  }
}

/** Whatever goes wrong, the page comes back with everything that was typed. */
async function answerPost(
  house: House,
  form: FormShown,
  action: string,
  http: Http,
  fields: FormFields,
  parts: FormParts,
): Promise<string> {
  const again = (faults: FormFaults): string => formPage({ company: form.company, action, fields, faults })
  if (parts.notKept === 'no-room') return notNow(http, again({ form: say('form.files.no-room') }))
  try {
    const taken = await takeForm(house, form, fields, parts, http.request.ip)
    if ('faults' in taken && taken.isFlood) void http.reply.header('retry-after', '3600')
    if ('faults' in taken)
      return page(http, taken.isFlood ? 429 : parts.tooMuch === null ? 400 : 413, again(taken.faults))
    void http.reply.header('location', `/form/${form.channelId}/received/${taken.rawId}`)
    return page(http, 303, '')
  } catch (error) {
    return notNow(http, again({ form: wordsOfPassing(error) }))
  }
}

const fieldsOf = (fields: ReadonlyMap<string, string>): FormFields => {
  const field = (name: string, most: number) => (fields.get(name) ?? '').slice(0, most)
  return {
    name: field('name', 200).trim(),
    email: field('email', 254).trim(),
    subject: field('subject', 300).trim(),
    text: field('text', 200_000),
  }
}

const received = (house: House, channelId: string, rawId: string, http: Http): Promise<string> =>
  withForm(house, channelId, http, async (form) => {
    const reference = await referenceOf(house, form, rawId as RawId)
    if (reference === undefined)
      return page(
        http,
        404,
        messagePage(form.company, say('form.unknown-receipt.title'), say('form.unknown-receipt.text')),
      )
    return page(http, 200, receivedPage(form.company, reference, rawId))
  })

export const formRoutes: readonly AnyRoute[] = [
  openRoute({
    method: 'GET',
    url: '/form',
    summary: 'The web form of this company.',
    openBecause,
    answer: (house, _input, http) => show(house, null, http),
  }),
  openRoute({
    method: 'GET',
    url: '/form/:channelId',
    summary: 'One web form.',
    openBecause,
    params: channelParams,
    answer: (house, { params }, http) => show(house, params.channelId, http),
  }),
  openRoute({
    method: 'POST',
    url: '/form',
    summary: 'Send the web form.',
    openBecause,
    bodyLimit: 270_000_000,
    answer: (house, _input, http) => post(house, null, http),
  }),
  openRoute({
    method: 'POST',
    url: '/form/:channelId',
    summary: 'Send one web form.',
    openBecause,
    bodyLimit: 270_000_000,
    params: channelParams,
    answer: (house, { params }, http) => post(house, params.channelId, http),
  }),
  openRoute({
    method: 'GET',
    url: '/form/:channelId/received/:rawId',
    summary: 'What was sent was received.',
    openBecause: 'whoever sent it holds its unguessable number, and it shows nothing but the reference',
    params: receivedParams,
    answer: (house, { params }, http) => received(house, params.channelId, params.rawId, http),
  }),
]
