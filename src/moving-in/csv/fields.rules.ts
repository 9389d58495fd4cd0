// What a table may bring: for each kind of rows the fields they fill, and the names that columns of five languages give them.

export const importKinds = ['customer', 'order', 'refund', 'referral', 'complaint'] as const
export type ImportKind = (typeof importKinds)[number]

export type FieldName =
  | 'id'
  | 'name'
  | 'email'
  | 'phone'
  | 'language'
  | 'since'
  | 'customer'
  | 'at'
  | 'amount'
  | 'currency'
  | 'item'
  | 'quantity'
  | 'order'
  | 'reason'
  | 'from'
  | 'to'
  | 'how'
  | 'subject'
  | 'text'
  | 'channel'
  | 'status'
  | 'closed'
  | 'answer'
  | 'satisfaction'

export interface Field {
  readonly name: FieldName
  readonly is: 'text' | 'date' | 'amount'
  /** Nothing can be brought without it. `one of` several: one of the fields marked alike is enough. */
  readonly isNeeded: boolean | 'one of' | 'one of the ends'
  /** English, German, French, Spanish, Italian; folded as `foldedHeader` folds. The first is the likeliest. */
  readonly headers: readonly string[]
}

const customerNumber =
  'customer id|customer|customer number|customer no|client id|kundennummer|kunden nr|kunden id|kunde|numero client|id client|client|cliente|id cliente|numero de cliente|numero cliente|codice cliente'
const orderNumber =
  'order id|order|order number|order no|name|bestellnummer|bestell nr|auftragsnummer|auftrag|numero de commande|commande|numero de pedido|pedido|id pedido|numero ordine|ordine|id ordine'
const email =
  'email|e mail|mail|email address|e mail address|customer email|e mail adresse|mailadresse|adresse e mail|courriel|correo|correo electronico|posta elettronica|indirizzo email'
const when =
  'date|at|time|created at|order date|ordered at|paid at|datum|bestelldatum|auftragsdatum|erstellt am|date de commande|date commande|fecha|fecha de pedido|data|data ordine'
const money =
  'amount|total|order total|total price|sum|price|value|betrag|summe|gesamtbetrag|gesamtsumme|bestellwert|preis|montant|total ttc|prix|importe|monto|precio|importo|totale|prezzo'
const why = 'reason|note|grund|anlass|bemerkung|motif|raison|motivo|causa|razon'

const field = (name: FieldName, is: Field['is'], isNeeded: Field['isNeeded'], headers: string): Field => ({
  ...{ name, is, isNeeded },
  headers: headers.split('|'),
})

const complaint: readonly Field[] = [
  field(
    ...(['id', 'text', true] as const),
    'id|case id|ticket id|complaint id|ticket|case number|ticket number|number|ticketnummer|fallnummer|vorgangsnummer|nummer|numero|numero de ticket|codigo|codice',
  ),
  field('customer', 'text', 'one of', `${customerNumber}|requester id|contact id`),
  field('email', 'text', 'one of', `${email}|requester email|contact email|from email`),
  field('name', 'text', false, 'customer name|requester|requester name|name|full name|kundenname|nom|nombre|nome'),
  field(
    ...(['at', 'date', true] as const),
    `opened at|opened|received at|received|eroffnet am|eingegangen am|eingang|ouvert le|recu le|abierto el|recibido el|aperto il|ricevuto il|${when}`,
  ),
  field('subject', 'text', false, 'subject|title|betreff|titel|objet|sujet|titre|asunto|titulo|oggetto|titolo'),
  field(
    ...(['text', 'text', true] as const),
    'text|description|message|complaint|body|beschreibung|nachricht|beschwerde|texte|message du client|reclamation|plainte|texto|descripcion|mensaje|queja|reclamo|testo|descrizione|messaggio',
  ),
  field('channel', 'text', false, 'channel|via|source|kanal|canal|canale|eingangskanal'),
  field('status', 'text', 'one of the ends', 'status|state|zustand|statut|etat|estado|stato'),
  field(
    ...(['closed', 'date', 'one of the ends'] as const),
    'closed at|closed|closed on|solved at|resolved at|geschlossen am|erledigt am|gelost am|ferme le|clos le|resolu le|cerrado el|resuelto el|chiuso il|risolto il',
  ),
  field(
    ...(['answer', 'text', false] as const),
    'answer|resolution|reply|response|antwort|losung|reponse|solution|respuesta|solucion|risposta|soluzione',
  ),
  field('order', 'text', false, orderNumber.replace('|name|', '|')),
  field(
    ...(['satisfaction', 'text', false] as const),
    'satisfaction|csat|customer satisfaction|satisfaction rating|satisfaction score|zufriedenheit|satisfaction client|satisfaccion|soddisfazione',
  ),
]

const fields: Readonly<Record<ImportKind, readonly Field[]>> = {
  customer: [
    field('id', 'text', true, `id|number|nummer|numero|codigo|codice|${customerNumber}`),
    field('name', 'text', false, 'name|full name|customer name|kundenname|nom|nom complet|nombre|nombre completo|nome'),
    field('email', 'text', false, email),
    field(
      ...(['phone', 'text', false] as const),
      'phone|telephone|phone number|mobile|telefon|telefonnummer|handy|mobil|numero de telephone|portable|telefono|movil|cellulare',
    ),
    field('language', 'text', false, 'language|locale|sprache|langue|idioma|lingua'),
    field(
      ...(['since', 'date', false] as const),
      'since|created at|customer since|signed up|registered|kunde seit|angelegt am|erstellt am|seit|client depuis|date de creation|inscrit le|cliente desde|fecha de alta|cliente dal|data di registrazione',
    ),
  ],
  order: [
    field('id', 'text', true, `id|number|${orderNumber}`),
    field('customer', 'text', 'one of', customerNumber),
    field('email', 'text', 'one of', email),
    field('at', 'date', true, when),
    field('amount', 'amount', true, money),
    field('currency', 'text', false, 'currency|currency code|wahrung|waehrung|devise|monnaie|moneda|divisa|valuta'),
    field(
      ...(['item', 'text', false] as const),
      'item|product|product name|lineitem name|article|artikel|produkt|produktname|bezeichnung|produit|articulo|producto|articolo|prodotto',
    ),
    field('quantity', 'text', false, 'quantity|qty|lineitem quantity|menge|anzahl|stuck|quantite|cantidad|quantita'),
  ],
  refund: [
    field(
      'id',
      'text',
      true,
      'id|refund id|refund|refund number|erstattung|erstattungsnummer|gutschrift|remboursement|reembolso|rimborso',
    ),
    field('order', 'text', true, orderNumber),
    field(
      ...(['at', 'date', true] as const),
      `refunded at|refund date|erstattet am|rembourse le|fecha de reembolso|data rimborso|${when}`,
    ),
    field('amount', 'amount', true, `refunded amount|refund amount|${money}`),
    field('reason', 'text', false, why),
  ],
  referral: [
    field('id', 'text', true, 'id|referral id|number|nummer|numero'),
    field(
      ...(['from', 'text', true] as const),
      'from|referrer|referred by|recommended by|empfohlen von|werber|parrain|recommande par|recomendado por|referente|consigliato da',
    ),
    field(
      'to',
      'text',
      true,
      'to|referred|friend|new customer|geworben|neukunde|filleul|recomendado|nuevo cliente|amico',
    ),
    field('at', 'date', true, when),
    field('how', 'text', false, `how|channel|way|weg|kanal|comment|canal|canale|${why}`),
  ],
  complaint,
}

export const fieldsOf = (kind: ImportKind): readonly Field[] => fields[kind]

/** Lower case, without accents and signs: `E-Mail-Adresse` and `e_mail adresse` are one name. */
export const foldedHeader = (header: string): string =>
  header
    .replace(/([\p{Ll}\d])(\p{Lu})/gu, '$1 $2')
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll('ß', 'ss')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
