// Questions about who is one person here, and saying so.
import { queryOptions } from '@tanstack/react-query'
import {
  linkPreview,
  personLinks,
  type PersonLinks,
  suggestions,
} from '../../../src/hear/customers/person/person.schema.ts'
import {
  representations,
  type RepresentationKind,
} from '../../../src/hear/customers/representatives/representation.schema.ts'
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

export const sayShared = (identityId: string, isShared: boolean, why: string) =>
  send(done, 'PUT', `/api/identities/${identityId}/shared`, { isShared, why })

export const representationsQuery = (customerId: string) =>
  queryOptions({
    queryKey: ['customer', customerId, 'representations'],
    queryFn: ({ signal }) => ask(representations, `${address(customerId)}/representations`, signal),
  })

interface Representative {
  /** Who writes. */
  readonly by: string
  readonly kind: RepresentationKind
  readonly evidence: string
}
export const represent = (customerId: string, representative: Representative) =>
  send(representations, 'POST', `${address(customerId)}/representatives`, representative)
export const showMandate = (representationId: string, what: string) =>
  send(done, 'POST', `/api/representations/${representationId}/mandate`, { what })
export const endRepresentation = (representationId: string, why: string) =>
  send(done, 'POST', `/api/representations/${representationId}/end`, { why })
