// Columns are known by their names, and none says what a customer is worth.
import { expect, test } from 'vitest'
import { faultsOfMapping, proposeMapping, whyBarred } from './mapping.rules.ts'

test.each([
  ['order', ['Order ID', 'Customer ID', 'Created at', 'Total', 'Currency', 'Lineitem name', 'Lineitem quantity']],
  ['order', ['Bestellnummer', 'Kundennummer', 'Bestelldatum', 'Betrag', 'Währung', 'Artikel', 'Menge']],
  ['order', ['Numéro de commande', 'Client', 'Date de commande', 'Montant', 'Devise', 'Produit', 'Quantité']],
  ['order', ['Número de pedido', 'Número de cliente', 'Fecha', 'Importe', 'Moneda', 'Artículo', 'Cantidad']],
  ['order', ['Numero ordine', 'Codice cliente', 'Data ordine', 'Importo', 'Valuta', 'Prodotto', 'Quantità']],
] as const)('the columns of a table of %ss are known by their names: %j', (kind, headers) => {
  const mapping = proposeMapping(kind, headers)
  expect(mapping).toEqual({ id: 0, customer: 1, at: 2, amount: 3, currency: 4, item: 5, quantity: 6 })
  expect(faultsOfMapping(kind, headers, mapping)).toEqual([])
})

test('people are known in five languages', () => {
  for (const headers of [
    ['customer_id', 'Full name', 'E-Mail', 'Phone number'],
    ['Kunden-Nr.', 'Kundenname', 'E-Mail-Adresse', 'Telefonnummer'],
    ['ID client', 'Nom', 'Courriel', 'Téléphone'],
    ['Número de cliente', 'Nombre', 'Correo electrónico', 'Teléfono'],
    ['codiceCliente', 'Nome', 'Indirizzo email', 'Telefono'],
  ])
    expect(proposeMapping('customer', headers)).toEqual({ id: 0, name: 1, email: 2, phone: 3 })
})

test.each([
  ...['VIP', 'is_vip', 'Tier', 'customerTier', 'Priority', 'Priorität', 'CLV', 'LTV (EUR)', 'Lead Score', 'Segment'],
  ...[
    'Grade',
    'Importance',
    'wichtig',
    'Kundenwert',
    'valeur client',
    'Customer Value',
    'Loyalty Level',
    'Stufe',
    'Rating',
  ],
])('a column called %s fills nothing and is not proposed', (header) => {
  expect(whyBarred(header)).toMatch(/by evidence only/)
  expect(faultsOfMapping('customer', ['id', header], { id: 0, name: 1 })).toEqual([
    expect.stringContaining(`"${header}" cannot be used`),
  ])
})

test.each(['Order value', 'Total price', 'Vipul', 'Frontier', 'Address', 'Description', 'Name', 'Degraded', 'Status'])(
  'a column called %s may be used',
  (header) => {
    expect(whyBarred(header)).toBeNull()
  },
)

test('what is missing, twice or beside the table is said', () => {
  expect(faultsOfMapping('order', ['a', 'b'], { id: 0, at: 0, amount: 7 })).toEqual([
    'The column "a" is used twice.',
    'There is no column 8.',
    'Nothing is brought without a column for "customer" or "email".',
  ])
})
