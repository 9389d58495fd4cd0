// Which addresses several people write from. Such an address tells nothing of who somebody is: it joins nobody, and proves nobody. Pure.

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
