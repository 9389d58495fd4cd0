// Italian turns that ask for facts and tell them. A list, no decisions.
import type { FactWords } from './fact-words.rules.ts'

// prettier-ignore
export const factsOfItalian: FactWords = {
  asks: ['potrebbe|può|potresti|puoi|potreste ..3 inviar*|mandar*|dir*|dar*|fornir*|indicar*|comunicar*|confermar*|descriver*|spiegar*|allegar*|condivider*|precisar*|farci', 'ci|mi potrebbe|può|potresti|puoi|indica|dice|invia|manda|direbbe', 'per favore|cortesia|piacere', 'preghiamo|chiediamo|prego|gentilmente', 'ci ..1 invii|mandi|indichi|dica|comunichi|fornisca|descriva|confermi|spieghi', 'inviateci|indicateci|mandateci|diteci|inviaci|mandaci|dicci', 'qual|quale|quali|quando|quanto|dove|cosa|che', 'serve|servono|servirebbe|occorre|occorrono|manca|mancano', 'abbiamo|ho|avremmo|avrei ..1 bisogno', 'ha|hai ..2 provato|tentato|riavviato|già|ancora', 'vorremmo ..2 sapere', 'possiamo|potremmo|posso ..2 avere|chiedere|chiederle'],
  spares: ['non ..3 necessario|serve|occorre|bisogno|servono', 'abbiamo|ho già'],
  nouns: {
    'order-number': ['numero|codice|riferimento ..2 ordine|prenotazione|acquisto'],
    'invoice-number': ['numero|riferimento ..2 fattura|ricevuta|scontrino'],
    'tracking-number': ['numero|codice ..2 tracciamento|tracking|spedizione|pacco|tracciabilità'],
    'customer-number': ['numero|codice ..2 cliente|conto|socio|contratto'],
    'serial-number': ['numero ..2 serie|seriale', 'matricola|imei|seriale'],
    date: ['data|giorno|date', 'quando'],
    amount: ['importo|somma|prezzo|cifra', 'quanto ..4 pagato|addebitato|costato|speso'],
    product: ['modello|prodotto|articolo|apparecchio'],
    photo: ['foto|fotografia|fotografie|immagine|immagini|schermata|schermate|screenshot|video|scansione'],
    address: ['indirizzo|domicilio', 'codice postale', 'cap', 'dove abita'],
    phone: ['numero|recapito ..2 telefono|cellulare|telefonico', 'telefono', 'numero ..5 chiamar*|richiamar*|contattar*'],
    tried: ['provato|tentato|riavviato|resettato', 'tentativi|passaggi'],
    happened: ['cosa|che ..3 successo|accaduto|capitato|accade|succede', 'descriver*|descriva|descrizione|dettagli', 'spiegar*|spieghi', 'come ..4 manifesta|successo|accaduto', 'quello|ciò che ..2 successo|accaduto'],
  },
  labels: {
    'order-number': ['ordine|prenotazione|acquisto'],
    'invoice-number': ['fattura|ricevuta|scontrino'],
    'tracking-number': ['tracciamento|tracking|spedizione|pacco|tracciabilità'],
    'customer-number': ['cliente|conto|socio|contratto'],
    'serial-number': ['serie|seriale|matricola|imei'],
    phone: ['telefono|cellulare|tel|cell', 'chiamar*|contattar*|raggiungibile ..2 al', 'mio numero'],
  },
  told: {
    product: ['comprato|acquistato|ordinato|ricevuto ..1 un|una|il|la|due|uno|lo|le|l', 'modello', 'mio|mia|miei|mie|nostra|nostro lavatrice|bollitore|tostapane|portatile|telefono|cellulare|frigorifero|frigo|forno|router|bicicletta|divano|stampante|aspirapolvere|lavastoviglie|asciugatrice|fotocamera|cuffie|tablet|orologio|lampada|stufa|materasso|macchina'],
    photo: ['allego|allegata|allegate|allegato|invio|mando|ecco|caricato ..4 foto|fotografia|fotografie|immagine|immagini|schermata|schermate|screenshot|video', 'foto|fotografie|immagini|schermata|schermate ..4 allegata|allegate|allegato|allegati'],
    address: ['mio|nostro indirizzo|domicilio', 'abito|abitiamo ..1 in|a', 'vivo in'],
    tried: ['ho|abbiamo ..3 riavviato|resettato|provato|tentato|chiamato|telefonato|scritto|contattato|sostituito|pulito|controllato|verificato|reinstallato|sollecitato|parlato|chiesto'],
    happened: ['rotto|rotta|rotti|rotte|danneggiato|danneggiata|difettoso|difettosa|guasto|guasta|graffiato|graffiata|strappato|strappata|crepato|crepata|perde|spezzato|spezzata', 'non|mai ..2 funziona|parte|accende|arrivato|arrivata|carica|apre|scalda|ricevuto|consegnato', 'smesso di', 'sbagliato|sbagliata|sbagliati', 'manca|mancano|mancava|mancavano', 'addebitato ..3 due|doppio', 'ritardo', 'maleducato|maleducata|scortese'],
  },
}
