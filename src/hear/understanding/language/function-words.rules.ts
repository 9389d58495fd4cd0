// Small words by which a language is known, and letters in a row that only few languages write. Lists, no decisions; plain as in reading/.

/** Languages that we do not read and that would be taken for those. */
export type Neighbour = 'nl' | 'pt' | 'sv' | 'pl' | 'tr'
export type Known = 'en' | 'de' | 'fr' | 'es' | 'it' | Neighbour

// prettier-ignore
export const functionWords: Readonly<Record<Known, string>> = {
  en: 'the and of to in is it you that was for on are with as i his they be at one have this from or had by not but what all were we when your can said there use an each which she do how their if will up other about out many then them these so some her would make like him into has look two more go see no way could my than been who its now did get come made may me our us am after still again because any only very just here please order does doesn don didn isn wasn t s ve ll re nothing never since until while before every weeks days yesterday today twice where why being too much over without never him back it off arrived myself himself herself somebody someone anybody nobody could might must year old got makes said says',
  de: 'der die das und ist nicht ein eine einen einem einer ich sie wir ihr er es mit von zu zum zur im in den dem des auf fuer an bei aus nach wie auch noch aber oder wenn weil dass war hat habe haben hatte wird wurde werden kann kein keine mein meine meinen meiner ihre ihren ihrem ihnen mir mich uns sich so nur schon sehr doch als bis seit vom am um ueber unter vor durch gegen ohne dann da hier was wer wo warum diese dieser dieses alle nichts immer mehr mal man sind bin bitte danke wieder jetzt heute gestern haette haetten waere waeren jemand jemanden jemandem niemand koennen kommen muss musste laut jahre alte alt ihrer ihres dein unser unsere unseren unserem statt beim mein meines seine seinen sein dort dabei worden gewesen damit ums ob wenn dann jeden jede jeder jedes bekommen gegeben macht gibt sagt',
  fr: 'le la les de des du un une et est pas je vous nous il elle ils que qui ne en dans pour sur avec ce cette ces mon ma mes votre vos notre nos son sa ses au aux par plus mais ou donc car si se s l d j n m c qu y a ai avez avons ont ete etait suis sont fait tout tous rien depuis encore aussi bien tres meme sans apres avant quand comme pourquoi mais chez lui leur deux fois jamais toujours jour jours voici merci bonjour cela tellement trois puis etre fois moi toi serait aurait quelqu quelque personne personnes parce pendant jusqu vers peu peut peux veux va vais fut faut deja alors ceci celle celui leurs dont',
  es: 'el la los las de del un una y e es no que en por para con se su sus mi mis me lo le les al como pero si ya muy mas fue era ha he han hay esta este estos esa ese son soy tengo tiene yo usted ustedes nos nosotros todo todos nada desde hasta cuando porque sin sobre tambien donde quien otro otra dos vez veces siempre nunca hace mismo aqui gracias hola tras entre ni voy va vamos van nuestro nuestra nuestros nadie alguien algo puedo puede podria haber habria habia hubo estoy estamos estaba estan fui dio dar ver soy siguen sigue luego mientras cada quiero solo ser ese eso asi aunque hubiera casi culpa ningun ninguna menor mayor alli dentro ella ellos el',
  it: 'il lo la i gli le di del della dei delle dello un una uno e è che non per in con su da dal dalla al alla nel nella sono ho ha hanno abbiamo avete mi ti si ci vi mio mia miei mie vostro vostra vostri suo sua ma se come piu anche ancora gia molto tutto tutti niente nulla mai sempre quando perche dopo prima senza questo questa quello quella chi dove cosa era stato stata sul sulla due volte volta l d c dell all nell dall grazie buongiorno oggi ieri o ed davanti mentre potuto avrebbe avrei avesse fosse sia siamo siete stati stare sta sto fa fate fatto vado va andare qualcuno qualcosa nessuno nessuna ne ve ce sui suoi loro lei lui noi voi poi ora cosi ai agli dai negli sugli ogni vuole vorrei posso puo parte quasi fuori dentro appena',
  nl: 'het een en van ik je niet op te zijn met voor die dat er maar om hem dan zou wat mijn men dit zo door over ze bij ook tot deze heb hebben heeft geen nog naar u uw wij waar al worden werd kan moet meer uit wel deed',
  pt: 'o os um uma uns umas do da dos das em no na nos nas nao que para com por mais como mas foi ao ele ela seu sua ou ser quando muito ha ja tambem so pelo pela ate isso entre depois sem mesmo aos meu minha voce tem estava eu meus esta recebi ainda',
  sv: 'och det att i en jag hon som han paa den med var sig foer saa till aer men ett om hade de av icke mig du henne daa sin nu har inte hans honom skulle hennes daer min man ej vid kunde naagot fraan ut naer efter upp vi dem vara vad oever aen kan haer fick mycket',
  pl: 'nie sie na jest do to ze jak z w i o ale po co tak za od juz dla czy tego byl tylko mnie przez moj moja mi bardzo jestem zamowienie prosze dzien dobry',
  tr: 'bir ve bu da icin ile cok ama gibi daha ne mi var yok degil ben siz bana sizin benim kimse hala merhaba tesekkurler',
}

/** Letters that point to a language by themselves, lower case. */
export const ownLetters: Readonly<Record<Known, string>> = {
  en: '',
  de: 'äöüß',
  fr: 'çêâîœèàùéô',
  es: 'ñ¿¡áíóúé',
  it: 'èòùàì',
  nl: 'ë',
  pt: 'ãõçâêôáó',
  sv: 'åäö',
  pl: 'ąęłśżźćńó',
  tr: 'ışğçöü',
}

/** Rows of letters that point to a language we do not read; for those we read there are letter-profiles.rules.ts. A word that has one counts a little. */
// prettier-ignore
export const letterRows: Readonly<Record<Neighbour, string>> = {
  nl: 'ij aa oe uu gt sch ee oo heid je',
  pt: 'cao coes lh nh em ao ei ou inho',
  sv: 'aer oer sk lj ning ade',
  pl: 'cz sz rz ow szcz nie ski wy prz',
  tr: 'lar ler iyor mek mak siniz yor',
}
