// Italian: what is wrong with goods, in the words of customers and of the desk. <a|b> is the writer's gender; {date} brings its article.
import type { CauseTexts, GoodsKey } from '../shape.ts'

export const goods: Readonly<Record<GoodsKey, CauseTexts>> = {
  'kettle-leaks': {
    subject: '[Bollitore che perde|Il bollitore Varde gocciola|Acqua sotto il bollitore|Bollitore, ordine {order}]',
    short: '[il bollitore perde acqua, {order}|Il Varde gocciola. Ordine {order}.|acqua su tutto il piano!! {order}]',
    facts: [
      'Il bollitore Varde del mio ordine {order} [perde|gocciola|perde acqua] [da sotto|dove comincia il manico|intorno all’indicatore].',
      '[Dalla settimana scorsa|Da tre giorni|Più o meno dal decimo utilizzo] c’è [una pozza|un anello d’acqua] sotto il bollitore che ho comprato {date} (ordine {order}).',
      'Ho ordinato un bollitore Varde {date}, numero {order}, e [non tiene più|la guarnizione del fondo ha ceduto|esce acqua dalla base appena lo riempio oltre la metà].',
    ],
    details: [
      'È cominciato con [qualche goccia|due gocce], adesso è [mezza tazza|un bicchierino] ogni volta.',
      'L’ho [decalcificato|asciugato e provato di nuovo|riempito solo a metà], come dice il foglietto, e non cambia niente.',
      'La base elettrica [si bagna|stamattina era nell’acqua], e non voglio acqua e corrente insieme [con i bambini in casa|nella mia cucina].',
      '[Mia sorella ha lo stesso e il suo è asciutto.|Una vicina ha comprato lo stesso in primavera e perde anche il suo.] È la serie?',
    ],
    asks: [
      '[Vi prego di mandarmene uno che tenga.|Ne vorrei uno nuovo.|Vorrei indietro i miei {amount}.]',
      'Come ottengo [il cambio|il rimborso], e devo rispedire il vecchio?',
    ],
    question:
      '[Per mandarLe il pezzo giusto|Per capire se il Suo è della serie che conosciamo], potrebbe dirmi le sei cifre dopo la «S» sull’etichetta argentata sotto il fondo?',
    reply:
      'Sull’etichetta c’è scritto S{number}. [Gocciola sempre nello stesso punto, proprio sotto l’indicatore.|Da allora non l’ho più usato.|Spero che serva.]',
    answers: [
      'il Suo bollitore Varde dell’ordine {order} appartiene a una serie con la guarnizione dell’indicatore montata male. La prego di staccarlo dalla presa e di non usarlo più. Uno nuovo, con la guarnizione cambiata, [parte oggi|lascia stasera il magazzino] ed è da Lei entro {due}. Il vecchio non serve rispedirlo.',
      'se esce acqua dal fondo di un Varde, ha ceduto la guarnizione; Lei non c’entra niente. Oggi Le ho rimborsato {amount} per l’ordine {order}: li trova sul conto entro {due}. [Il bollitore lo può buttare.|La prego di non attaccarlo più; non serve rispedirlo.]',
    ],
    again:
      'Il bollitore nuovo [perde anche lui, nello stesso punto: stesso problema|è arrivato oggi e gocciola, sempre lo stesso]. [È il secondo.|Riempito due volte, due pozze.]',
    mended:
      'che perda anche il secondo non deve succedere. Non voglio mandarLe un terzo Varde: oggi Le ho rimborsato {amount} per intero, li ha entro {due}. Se vuole comunque un bollitore, lo Skarn di vetro non ha indicatore e quindi nemmeno quella guarnizione.',
    refusal: null,
  },
  'carpet-colour': {
    subject: '[Colore sbagliato|Tappeto Myra: colore|Il tappeto non è come in foto|Colore del tappeto, {order}]',
    short:
      '[tappeto verde, non grigio!! {order}|Colore sbagliato, ordine {order}|Non è il colore che ho ordinato. {order}]',
    facts: [
      'Il tappeto Myra dell’ordine {order} è [chiaramente verde|verdastro|più oliva che grigio], sul vostro sito è [grigio pietra|grigio].',
      'Ho ordinato il Myra in grigio {date} ({order}). Quello che ho srotolato è [verde|una specie di verde salvia], [di giorno e con la lampada|con qualsiasi luce].',
      'Ho scelto il Myra per il grigio delle vostre foto (ordine {order}), e [quel grigio non esiste|dal vero è un altro colore].',
    ],
    details: [
      'L’ho messo [accanto alla foto|contro il nostro divano grigio|vicino al campione]: [due colori diversi|nessuno direbbe che è lo stesso].',
      'L’etichetta dice «[grigio 04|pietra]», quindi [la foto è sbagliata|o l’etichetta o la foto è sbagliata], ma la stanza l’abbiamo dipinta di conseguenza.',
      'Pesa [quattordici|quindici] chili e abito al [terzo|quarto] piano senza ascensore, [non posso portarlo al punto di ritiro|non chiedetemi di portarlo giù].',
    ],
    asks: [
      '[Vi prego di farlo ritirare.|Potete passare a prenderlo?|Vorrei renderlo senza pagare la spedizione.]',
      'L’avete nel colore della foto? Altrimenti [rivoglio i soldi|chiedo il rimborso di {amount}].',
    ],
    question:
      'potrebbe guardare l’etichetta cucita sul lato corto e dirmi che numero c’è dopo «Col.»? Ci sono due bagni di colore e voglio sapere con certezza quale ha ricevuto.',
    reply: 'C’è scritto Col. {number}. [Per ora l’ho arrotolato di nuovo.|L’ha letto mio figlio, spero bene.]',
    answers: [
      'ha ragione: le foto del Myra sono state fatte con una luce calda e lo mostrano più grigio di com’è. L’errore è nostro. Il ritiro è fissato per {due}, due persone glielo portano giù, e {amount} Le vengono rimborsati appena è caricato. [Le foto si stanno rifacendo.|Le foto le abbiamo tolte.]',
      'il Myra dell’ordine {order} viene da un bagno di colore riuscito verde. Uno grigio, controllato a mano, arriva {due}; l’autista porta via l’altro. Lei non paga niente.',
    ],
    again:
      '[Il giorno che avevate detto non è venuto nessuno, il tappeto è ancora qui: sempre lo stesso.|L’autista non è venuto, ancora non è risolto.] [E adesso?|Sto perdendo la pazienza.]',
    mended:
      'non doveva succederLe due volte. I Suoi {amount} sono partiti oggi, senza aspettare il tappeto; il giorno del ritiro lo sceglie Lei e l’autista La chiama un’ora prima. È tutto a posto entro {due}.',
    refusal:
      'ho messo la foto del Suo ordine {order} accanto al Myra del nostro showroom, alla luce del giorno. È il colore del sito e dell’etichetta, grigio pietra 04, e non trovo errori nella spedizione. Può renderlo entro quattordici giorni, ma la spedizione di ritorno è allora a Suo carico.',
  },
  'chair-screws': {
    subject: '[Mancano le viti|Sedia Torvik senza viti|La sedia non si monta|Pezzi mancanti, {order}]',
    short:
      '[niente viti nella scatola, {order}|Sedia Torvik: manca il sacchetto delle viti, {order}|E le viti??? {order}]',
    facts: [
      'La sedia Torvik dell’ordine {order} è arrivata senza [il sacchetto delle viti|viti|viti e senza chiave].',
      'Volevo montare la sedia Torvik ordinata {date} (n. {order}) e [nella scatola non c’è una sola vite|mancano le viti].',
      'Quattro gambe, una seduta, uno schienale e [niente per tenerli insieme|nessuna vite]: questo era l’ordine {order}.',
    ],
    details: [
      'Ho [rovesciato la scatola|guardato in ogni cartone|cercato anche nella schiuma]. [Niente.|Il foglio parla di un sacchetto B con otto viti, e il sacchetto B non c’è.]',
      'Ho provato con [viti della ferramenta|viti vecchie], ma [non entrano|il passo è diverso].',
      'Abbiamo [ospiti sabato|un compleanno nel fine settimana] e [ci manca una sedia|ci sediamo sulle casse].',
    ],
    asks: [
      '[Mandatemi le viti, per favore.|Mi basta il sacchetto delle viti.|Potete spedire le viti per posta?]',
      'Quando potete spedire [le viti|il sacchetto]?',
    ],
    question:
      'c’è un numero [inciso|stampato] sotto la seduta? La Torvik esiste con due filettature e vorrei mandarLe subito il sacchetto giusto.',
    reply: 'Sì, è T{number}. [Spero sia quello giusto.|Vicino all’adesivo.]',
    answers: [
      'il sacchetto B è stato dimenticato quando hanno imballato la Sua Torvik, [come per un intero bancale, purtroppo|e la Sua scatola non è l’unica]. Viti e chiave [sono partite oggi con lettera tracciata|sono alla posta da mezzogiorno]: le trova nella cassetta entro {due}.',
      'otto viti, otto rondelle e la chiave per la Sua Torvik (ordine {order}) sono [in viaggio|alla posta], le ha entro {due}. Ho aggiunto [due viti di scorta|una seconda chiave], per ogni evenienza.',
    ],
    again:
      '[Le viti sono arrivate ma sono corte: la sedia ancora non si monta.|È arrivato il sacchetto dello sgabello. La sedia ancora non sta in piedi.]',
    mended:
      'in magazzino hanno smontato una Torvik davanti a me e Le ho mandato le sue viti. Sono M6 × 40, vanno bene di sicuro e sono da Lei entro {due}. Per la seconda attesa Le ho rimborsato le spese di spedizione.',
    refusal: null,
  },
  damaged: {
    subject: '[Arrivato rotto|Pacco danneggiato|Ordine {order}: rotto|Articolo danneggiato]',
    short: '[arrivato rotto, {order}|Rotto: {item}. {order}|Di nuovo rotto. {order}. Rimborso, grazie]',
    facts: [
      'Il mio ordine {order} ({item}) è arrivato [danneggiato|rotto|con una grossa crepa].',
      '[Oggi|Ieri] è arrivato il pacco {order} ({item}) e [è tutto graffiato|un lato è ammaccato|il contenuto è in due pezzi].',
      'Ho appena aperto l’ordine {order} {ofdate} ({item}): [un angolo è a pezzi|c’è una crepa da cima a fondo|è tutto storto e niente combacia].',
    ],
    details: [
      'La scatola [da fuori sembrava a posto|aveva un angolo strappato e riattaccato|aveva l’impronta di una scarpa].',
      'Dentro c’era [pochissima protezione|un foglio di carta e basta].',
      'Posso mandare le foto [stasera|se mi dite dove], e ho tenuto tutto l’imballo.',
    ],
    asks: [
      '[Mandatene un altro, per favore, imballato meglio.|Vorrei la sostituzione.|Vorrei indietro i soldi.]',
      'Che cosa vi serve per [la sostituzione|rimborsarmi {amount}]?',
    ],
    question:
      '[dove si trova esattamente il danno, e da fuori si vedeva qualcosa?|anche la scatola esterna era danneggiata, e l’ha ancora?] Mi serve per il corriere, non perché dubiti di Lei.',
    reply:
      'Il danno è [in basso a sinistra|sul retro|sul bordo], circa {number2} cm. [La scatola aveva un buco dallo stesso lato.|La scatola era intera.] Tengo tutto finché non mi dite.',
    answers: [
      'ho fatto prendere un altro pezzo dallo scaffale per il Suo ordine {order} ({item}) e [l’ho visto imballare|chiesto il doppio della protezione]. È da Lei entro {due}. Quello rotto lo può buttare.',
      'quello che è arrivato con l’ordine {order} non è quello che ha pagato: {amount} ripartono oggi e sono sul Suo conto entro {due}. Non deve rispedire niente. [L’imballo di questo articolo cambierà.|Ho riportato le Sue parole al banco imballaggi.]',
    ],
    again:
      '[Anche il secondo ha una crepa: stesso problema.|Il secondo è arrivato ancora rotto.] [Era imballato allo stesso modo.|Con voi non ho fortuna.]',
    mended:
      'due volte rotto è colpa del nostro imballo, non della Sua sfortuna. Oggi Le abbiamo rimborsato {amount} (da Lei entro {due}), e questo articolo non esce più di casa senza una scatola nuova.',
    refusal:
      'ho ripercorso l’ordine {order} con il corriere: il pacco è stato pesato e fotografato prima della consegna, integro, e accettato senza riserve. Non posso quindi vedere che si sia rotto in viaggio, né sostituirlo.',
  },
  'wrong-item': {
    subject: '[Articolo sbagliato|Errore di spedizione|Ordine {order}: non è quello|Mi avete mandato altro]',
    short: '[articolo sbagliato, {order}|Non è quello che ho ordinato. {order}|un paralume?? ordine {order}]',
    facts: [
      'Ho ordinato {item} (ordine {order}) e nel pacco c’era [tutt’altro|un set di strofinacci|un paralume mai visto].',
      'Oggi è arrivato l’ordine {order}. [Sulla bolla c’è scritta una cosa ({item}), nella scatola ce n’è un’altra.|Nella scatola c’è l’articolo sbagliato.]',
      'Mi avete mandato la cosa sbagliata: avevo ordinato {item} {date} (n. {order}).',
    ],
    details: [
      'La bolla [è la mia, la merce no|è giusta, il contenuto no].',
      'Non ho [disimballato altro|tolto la pellicola], [potete riprenderlo così com’è|a qualcuno mancherà].',
      'Era un regalo, [per mia madre|per un matrimonio sabato], quindi il tempo stringe.',
    ],
    asks: [
      'Mandate, per favore, [quello che ho ordinato|quello giusto] e ditemi che cosa fare dell’altro.',
      '[È possibile questa settimana?|Quando avrò quello giusto?]',
    ],
    question:
      'potrebbe leggermi il numero sotto il codice a barre dell’articolo sbagliato? Così vedo con quale pacco è stato scambiato il Suo.',
    reply:
      'Sotto il codice a barre c’è {number}. [La bolla nella scatola, tra l’altro, è intestata a un’altra persona.|È una scatola grigia.]',
    answers: [
      'il Suo ordine {order} ({item}) [riparte oggi, stavolta controllato da quattro occhi,|è appena stato imballato di nuovo] ed è da Lei entro {due}. Quello arrivato per errore [lo può tenere|lo porta via l’autista; non servono etichetta né scatola].',
      'il giorno in cui è partito il Suo ordine {order} al banco sono state scambiate due etichette. Il pacco giusto è in viaggio e arriva entro {due}; l’altro viene ritirato alla Sua porta nello stesso momento.',
    ],
    again:
      'È arrivato un secondo pacco, ed è [di nuovo l’articolo sbagliato, stesso problema|ancora non quello che ho ordinato]. [Qualcuno guarda nelle scatole?|Non ci posso credere.]',
    mended:
      'ho trovato il motivo: era sbagliata l’etichetta dello scaffale, quindi il secondo tentativo doveva fallire come il primo. Ho preso il Suo articolo ({item}) dallo showroom e l’ho spedito con l’espresso, arriva entro {due}. Le spese di spedizione sono rimborsate.',
    refusal:
      'ho confrontato il Suo ordine {order} {ofdate} con ciò che è stato imballato, numero per numero: ha ricevuto proprio l’articolo ordinato, {item}, nella versione scelta. Capisco che si aspettava altro, ma non c’è stato errore nella consegna.',
  },
}
