// The one policy: who may do what, to an object that stands how to them. Deny by default; nothing else in the house decides this.
import type { Actor, Role } from '../context/actor.rules.ts'

/** How an object stands to the person asking. `own`: they own it. `pool`: nobody owns it yet and it waits in a pool of theirs.
 * `colleague`: somebody else's. A complaint about them does not exist for them (amend/cases/about-asker.sql.ts). `any`: the permission is about no single object. Another organization's objects do not exist here. */
export type Relation = 'own' | 'pool' | 'colleague' | 'any'

export type Permission =
  | 'desk.see' // the desk, the people, the search, the live events
  | 'team.see' // how much each colleague has, and their cases
  | 'case.read'
  | 'case.take'
  | 'case.work' // answer, wait, finish, reject, promise, draft
  | 'case.danger' // say what was made of the danger that a customer tells of
  | 'case.label' // say what it is about
  | 'case.note' // write to colleagues in a case, and read what they wrote
  | 'case.survey' // what its customer answered afterwards
  | 'case.assign' // hand somebody's case to a colleague
  | 'register.read' // every case in lines, and views of them
  | 'register.export'
  | 'report.read' // figures of the company, and what everybody did
  | 'view.change' // a saved view: one's own, or one that everybody sees
  | 'block.change' // building blocks of replies
  | 'topic.change' // what cases can be said to be about
  | 'case.rearrange' // merge it into another, split it, move messages, and undo that: asked of both cases
  | 'case.hand-back' // undo one's own handover, take one's own answer back
  | 'customer.read'
  | 'customer.link' // say that two customers are one person, or are not after all
  | 'evidence.type' // say what one knows of a person, and look at what colleagues said
  | 'customer.erase' // erase and export a person's data
  | 'confirm.decide' // a message that waits to be confirmed
  | 'quarantine.read'
  | 'quarantine.release'
  | 'floor.change' // what we promise everybody, and its calendar
  | 'survey.change' // whether and how customers are asked afterwards
  | 'company.change' // its name, business and time zone
  | 'channel.read'
  | 'channel.change'
  | 'staff.read'
  | 'staff.change' // invite, disable
  | 'absence.say' // that a colleague is away
  | 'absence.end' // that they are back; one's own
  | 'key.change' // API keys
  | 'jobs.read'
  | 'jobs.replay'
  | 'audit.read'
  | 'self.change' // own password, own settings, sign out
  | 'history.bring' // what the company brings along from elsewhere
  | 'complaint.create' // the JSON API
  | 'object.read' // everything there is, by the JSON API

const everybody: readonly Role[] = ['handler', 'lead', 'administrator']
const leads: readonly Role[] = ['lead', 'administrator']
const administrators: readonly Role[] = ['administrator']

type Rule = Readonly<Partial<Record<Relation, readonly Role[]>>>

const staffMay: Readonly<Record<Permission, Rule>> = {
  'desk.see': { any: everybody },
  'team.see': { any: leads },
  'case.read': { own: everybody, pool: everybody, colleague: everybody },
  'case.take': { pool: everybody },
  'case.work': { own: everybody },
  'register.read': { any: everybody },
  'register.export': { any: leads },
  'report.read': { any: leads },
  'block.change': { any: leads },
  'topic.change': { any: leads },
  'view.change': { own: everybody, any: leads },
  'case.danger': { own: everybody, pool: everybody, colleague: leads },
  'case.label': { own: everybody, pool: everybody, colleague: everybody },
  'case.note': { own: everybody, pool: everybody, colleague: everybody },
  'case.survey': { own: everybody, pool: everybody, colleague: everybody },
  'case.assign': { own: everybody, colleague: leads, pool: leads },
  'case.rearrange': { own: everybody, pool: everybody, colleague: leads },
  'case.hand-back': { own: everybody, colleague: everybody },
  'customer.read': { any: everybody },
  'customer.link': { any: everybody },
  'evidence.type': { any: everybody },
  'customer.erase': { any: administrators },
  'confirm.decide': { any: everybody },
  'quarantine.read': { any: leads },
  'quarantine.release': { any: leads },
  'floor.change': { any: administrators },
  'survey.change': { any: administrators },
  'company.change': { any: administrators },
  'channel.read': { any: everybody },
  'channel.change': { any: administrators },
  'staff.read': { any: everybody },
  'staff.change': { any: administrators },
  'absence.say': { any: leads },
  'absence.end': { own: everybody, any: leads },
  'key.change': { any: administrators },
  'jobs.read': { any: administrators },
  'jobs.replay': { any: administrators },
  'audit.read': { any: administrators },
  'history.bring': { any: administrators },
  'self.change': { any: everybody },
  'complaint.create': {},
  'object.read': {},
}

/** By the door that a key opens. */
const keysMay = { complaints: 'complaint.create', objects: 'object.read', events: null } as const

/** Whether `actor` may use `permission` on an object that stands in `relation` to them. */
export function mayDo(actor: Actor, permission: Permission, relation: Relation): boolean {
  switch (actor.kind) {
    case 'staff':
      return staffMay[permission][relation]?.includes(actor.role) ?? false
    case 'api-key':
      return relation === 'any' && keysMay[actor.opens] === permission
    case 'customer':
      return false
    case 'system':
      return true
  }
}
