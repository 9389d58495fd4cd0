// The one policy: who may do what, to an object that stands how to them. Deny by default; nothing else in the house decides this.
import type { Actor, Role } from '../context/actor.rules.ts'

/** How an object stands to the person asking. `own`: they own it. `pool`: nobody owns it yet and it waits in a pool of theirs.
 * `colleague`: somebody else's. `about`: a complaint about them. `any`: the permission is about no single object. Another organization's objects do not exist here. */
export type Relation = 'own' | 'pool' | 'colleague' | 'about' | 'any'

export type Permission =
  | 'desk.see' // the desk, the people, the search, the live events
  | 'case.read'
  | 'case.take'
  | 'case.work' // answer, wait, finish, reject, promise, draft
  | 'case.note' // write to colleagues in a case, and read what they wrote
  | 'case.assign' // hand somebody's case to a colleague
  | 'register.read' // every case in lines, and views of them
  | 'register.export'
  | 'view.change' // a saved view: one's own, or one that everybody sees
  | 'case.hand-back' // undo one's own handover
  | 'customer.read'
  | 'customer.erase' // erase and export a person's data
  | 'confirm.decide' // a message that waits to be confirmed
  | 'quarantine.read'
  | 'quarantine.release'
  | 'floor.change' // what we promise everybody, and its calendar
  | 'company.change' // its name, business and time zone
  | 'channel.read'
  | 'channel.change'
  | 'staff.read'
  | 'staff.change' // invite, disable
  | 'key.change' // API keys
  | 'jobs.read'
  | 'jobs.replay'
  | 'audit.read'
  | 'self.change' // own password, own settings, sign out
  | 'history.bring' // what the company brings along from elsewhere
  | 'complaint.create' // the JSON API

const everybody: readonly Role[] = ['handler', 'lead', 'administrator']
const leads: readonly Role[] = ['lead', 'administrator']
const administrators: readonly Role[] = ['administrator']

type Rule = Readonly<Partial<Record<Relation, readonly Role[]>>>

const staffMay: Readonly<Record<Permission, Rule>> = {
  'desk.see': { any: everybody },
  'case.read': { own: everybody, pool: everybody, colleague: everybody, about: everybody },
  'case.take': { pool: everybody },
  'case.work': { own: everybody },
  'register.read': { any: everybody },
  'register.export': { any: leads },
  'view.change': { own: everybody, any: leads },
  'case.note': { own: everybody, pool: everybody, colleague: everybody },
  'case.assign': { own: everybody, colleague: leads, pool: leads, about: leads },
  'case.hand-back': { own: everybody, colleague: everybody },
  'customer.read': { any: everybody },
  'customer.erase': { any: administrators },
  'confirm.decide': { any: everybody },
  'quarantine.read': { any: leads },
  'quarantine.release': { any: leads },
  'floor.change': { any: administrators },
  'company.change': { any: administrators },
  'channel.read': { any: everybody },
  'channel.change': { any: administrators },
  'staff.read': { any: everybody },
  'staff.change': { any: administrators },
  'key.change': { any: administrators },
  'jobs.read': { any: administrators },
  'jobs.replay': { any: administrators },
  'audit.read': { any: administrators },
  'history.bring': { any: administrators },
  'self.change': { any: everybody },
  'complaint.create': {},
}

const keysMay: ReadonlySet<Permission> = new Set<Permission>(['complaint.create'])

/** Whether `actor` may use `permission` on an object that stands in `relation` to them. */
export function mayDo(actor: Actor, permission: Permission, relation: Relation): boolean {
  switch (actor.kind) {
    case 'staff':
      return staffMay[permission][relation]?.includes(actor.role) ?? false
    case 'api-key':
      return relation === 'any' && keysMay.has(permission)
    case 'customer':
      return false
    case 'system':
      return true
  }
}
