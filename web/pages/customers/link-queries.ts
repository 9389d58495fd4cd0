// Questions about who is one person here, and saying so.
import { queryOptions } from '@tanstack/react-query'
import { linkPreview, personLinks, type PersonLinks } from '../../../src/hear/customers/person/person.schema.ts'
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

export const linkPeople = (customerId: string, other: string, evidence: string) =>
  send(personLinks, 'POST', `${address(customerId)}/link`, { other, evidence })

export const separatePeople = (customerId: string, linkId: string, why: string) =>
  send(personLinks, 'POST', `${address(customerId)}/separate`, { linkId, why })
