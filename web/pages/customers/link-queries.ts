// Questions about who is one person here, and saying so.
import { queryOptions } from '@tanstack/react-query'
import {
  linkPreview,
  personLinks,
  type PersonLinks,
  suggestions,
} from '../../../src/hear/customers/person/person.schema.ts'
import { done } from '../../../src/platform/http/done.schema.ts'
import { ask, send } from '../../api.ts'

export type { PersonLinks }

const address = (customerId: string) => `/api/customers/${customerId}`

export const linksQuery = (customerId: string) =>
  queryOptions({
    queryKey: ['customer', customerId, 'links'],
    queryFn: ({ signal }) => ask(personLinks, `${address(customerId)}/links`, signal),
  })

export const linkPreviewQuery = (customerId: string, other: string) =>
  queryOptions({
    queryKey: ['customer', customerId, 'link', other],
    queryFn: ({ signal }) => ask(linkPreview, `${address(customerId)}/link-preview/${other}`, signal),
  })

export const suggestionsQuery = (customerId: string) =>
  queryOptions({
    queryKey: ['customer', customerId, 'suggestions'],
    queryFn: ({ signal }) => ask(suggestions, `${address(customerId)}/suggestions`, signal),
  })
export const notTheSame = (customerId: string, other: string) =>
  send(done, 'POST', `${address(customerId)}/not-the-same`, { other })

export const linkPeople = (customerId: string, other: string, evidence: string) =>
  send(personLinks, 'POST', `${address(customerId)}/link`, { other, evidence })

export const separatePeople = (customerId: string, linkId: string, why: string) =>
  send(personLinks, 'POST', `${address(customerId)}/separate`, { linkId, why })
