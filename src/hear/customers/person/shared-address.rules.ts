// Which addresses several people write from, and who may say that one person does. Such an address tells nothing of who somebody is. Pure.
import type { Role } from '../../../platform/context/actor.rules.ts'
import type { StaffId } from '../../../shared/ids.ts'

/** Mailboxes of teams, offices and families: RFC 2142's, and everyday ones in five languages. */
const names: ReadonlySet<string> = new Set([
  ...['info', 'marketing', 'sales', 'support', 'abuse', 'noc', 'security', 'postmaster', 'hostmaster', 'usenet'],
  ...[
    'news',
    'webmaster',
    'www',
    'uucp',
    'ftp',
    'office',
    'contact',
    'mail',
    'post',
    'hello',
    'team',
    'admin',
    'service',
  ],
  ...['family', 'shop', 'orders', 'billing', 'accounts', 'accounting', 'purchasing', 'reception', 'enquiries', 'hr'],
  ...['kontakt', 'hallo', 'buero', 'büro', 'familie', 'einkauf', 'verkauf', 'rechnung', 'buchhaltung', 'zentrale'],
  ...['praxis', 'kanzlei', 'empfang', 'sekretariat', 'verwaltung', 'vertrieb', 'kundenservice', 'bestellung'],
  ...['accueil', 'bureau', 'bonjour', 'famille', 'achats', 'ventes', 'facturation', 'comptabilite', 'secretariat'],
  ...['contacto', 'oficina', 'hola', 'familia', 'compras', 'ventas', 'facturacion', 'administracion', 'secretaria'],
  ...[
    'contatti',
    'ufficio',
    'ciao',
    'famiglia',
    'acquisti',
    'vendite',
    'fatturazione',
    'amministrazione',
    'segreteria',
  ],
])

/** Whether the name of an address says so: `info@`, `familie+kettle@`, `office-2@`. Only of mailboxes. */
export function looksShared(kind: string, value: string): boolean {
  if (kind !== 'email') return false
  const local = value.slice(0, Math.max(0, value.lastIndexOf('@'))).toLowerCase()
  return names.has(local.replace(/\+.*$/, '').replace(/[-_.]?\d+$/, ''))
}

/** @param said what somebody here said of it; null where nobody did. What people know is stronger than a name. */
export const isShared = (kind: string, value: string, said: boolean | null): boolean => said ?? looksShared(kind, value)

export interface SharedAddress {
  readonly kind: string
  readonly value: string
  /** What was said of it, and by whom; null where nothing was. */
  readonly said: { readonly isShared: boolean; readonly by: StaffId } | null
}

/** To say that one person writes from it takes a wall down, which is for leads; but whoever said otherwise of an ordinary address may take their word back. */
export function maySayOfOne(
  { kind, value, said }: SharedAddress,
  who: { readonly staffId: StaffId; readonly role: Role },
) {
  return who.role !== 'handler' || (said?.isShared === true && said.by === who.staffId && !looksShared(kind, value))
}
