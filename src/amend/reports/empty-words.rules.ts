// Words that say nothing of what is the matter, and so begin and end nothing that is found: by language, in plain lower case without accents. Lists, no decisions.
const english =
  'a an and any are as at be been but by can could did do does dont for from get got had has have he her his how i im in is it its ive just me my no not of on or our out over please she so some still than that the their them there these they this those to too up us very was we were what when where which who why will with would you your about again after all also before because being into more most now off only other since such then through under until while dear hello hi hey re fwd subject regarding'
const german =
  'aber alle als am an auch auf aus bei bin bis bitte da das dass dem den der des die dies diese dieser doch du ein eine einem einen einer eines er es euch euer fur habe haben hat hatte ich ihr ihre ihrem ihren im immer in ist ja kann kein keine mein meine meinem meinen meiner mich mir mit nach nicht noch nur oder schon sehr seit sich sie sind so um und uns unser unsere vom von vor war warum was wegen wenn wer wie wieder wir wird wo wurde zu zum zur sehr geehrte damen herren hallo betreff'
const french =
  'a ai au aux avec bonjour ce ces cette c d dans de des depuis du elle en encore est et etait il ils j je l la le les leur leurs lui ma mais me mes mon n ne nos notre nous on ou par pas plus pour pourquoi qu que qui s sa sans se ses son sont sur ta tes toujours tout tres tu un une vos votre vous y'
const spanish =
  'a al ante aun como con cual cuando de del desde donde el ella en entre era es esta estan este esto ha han hasta hay he hola la las le les lo los mas me mi mis muy ni no nos o para pero por porque que se ser si sin sobre son su sus tambien te tengo tiene tu un una uno y ya yo'
const italian =
  'a ad ai al alla anche ancora buongiorno che chi ci ciao come con cosa cui da dal dalla dei del della delle di dopo e ed era gli ha hanno ho i il in io la le lei lo loro lui ma mi mia mio ne nei nel nella noi non nostro o per perche piu quando quella quello questa questo se sempre senza si sono sua sul sulla suo ti tra un una uno vi voi'

/** What people call any matter. */
const anyMatter =
  'anfrage beschwerde bestellung bestellnummer commande complaint demande domanda enquiry frage help hilfe issue order ordine pedido plainte pregunta problem problema probleme question queja reclamacion reclamation reclamo reklamation request urgent dringend'

/** Words that only hold others together, or stand for any matter. */
export const emptyWords: ReadonlySet<string> = new Set(
  [anyMatter, english, german, french, spanish, italian].flatMap((words) => words.split(' ')),
)
