// Words of which courtesies consist, and how letters begin and end, in five languages. Lists, no decisions; words as in hear/understanding/reading.

/** What is said to everybody. A sentence of nothing but these and small words says nothing about a matter. */
// prettier-ignore
export const courtesyWords: readonly string[] = [
  'thank thanks thankful grateful patience patient message letter mail email writing wrote written understanding sorry apologise apologize apologies apology inconvenience trouble regret hesitate contact questions question further help helpful happy glad gladly hear heard hearing welcome wish pleasant nice day weekend evening soon reach touch pleased assist assistance hope feedback time taking bringing attention appreciate appreciated sincerely truly kind kindly feel free let know reply answer anything else team service pleasure caused disappointed frustrating frustration experience loyalty trust forward dear customer valued important please contacting reached informing telling told',
  'danke dank vielen herzlichen herzlich geduld nachricht schreiben brief mail email verstaendnis entschuldigung entschuldigen bitten unannehmlichkeiten unannehmlichkeit umstaende bedauern bedauere bedauerlich leid tut fragen frage weitere weiteren jederzeit gern gerne verfuegung stehen hilfe helfen hoeren wuensche wuenschen schoenen schoenes schoene tag wochenende abend baldige antwort rueckmeldung zeit genommen haben hinweis freundlich aerger aergerlich verursacht vertrauen treue team service kunde kundin lieber liebe sehr geehrte melden freuen freue hoffe hoffen hoffentlich moechten aufrichtig wichtig anliegen gemeldet geschrieben mitteilung',
  'merci remercions remercie remercier patience message lettre courrier mail courriel comprehension desole desolee desoles excuses excuser prions prie excusons desagrement desagrements gene occasionnee occasionne regrettons regrette hesitez hesiter contacter question questions autre autres aide aider plaisir heureux heureuse entendre souhaitons souhaite bonne bon journee soiree fin semaine bientot reponse retour temps pris disposition restons reste complement information sincerement sincere confiance fidelite equipe service client cliente cher chere contacte contactes ecrit esperons espere importance demande',
  'gracias agradecemos agradezco agradecer paciencia mensaje carta correo comprension siento sentimos lamento lamentamos disculpas disculpe disculpen pedimos molestias molestia inconvenientes inconveniente causadas causada ocasionadas dude duda dudas contactar pregunta preguntas consulta ayuda ayudar ayudarle gusto encantados encantado deseamos deseo buen buena dia tarde semana fin pronto respuesta tiempo tomarse disposicion quedamos quedo sinceramente confianza fidelidad equipo servicio cliente clienta estimado estimada saludo escribirnos escribir contactarnos esperamos espero importante asunto',
  'grazie ringraziamo ringrazio ringraziare pazienza messaggio lettera posta email comprensione dispiace spiacenti scusiamo scusi scuse chiediamo disagio disagi inconveniente causato causati arrecato esiti esitare contattarci contattare domanda domande ulteriori altra altre aiuto aiutarla aiutare piacere lieti lieto felici felice auguriamo auguro buona buon giornata serata settimana fine presto risposta riscontro tempo dedicato disposizione restiamo resto sinceramente fiducia fedelta servizio cliente gentile caro cara scritto averci scriverci contattato contattati speriamo spero importante richiesta',
]

/** Beginnings of the first line of a letter. */
// prettier-ignore
export const greetings: readonly string[] = [
  'dear', 'hi', 'hello', 'hey', 'good morning', 'good afternoon', 'good evening', 'good day',
  'sehr geehrte', 'liebe', 'lieber', 'hallo', 'guten tag', 'guten morgen', 'guten abend', 'moin', 'grüß gott',
  'bonjour', 'bonsoir', 'madame', 'monsieur', 'cher', 'chère', 'chers',
  'estimado', 'estimada', 'hola', 'buenos días', 'buenas tardes', 'querido', 'querida',
  'gentile', 'buongiorno', 'buonasera', 'salve', 'ciao', 'caro', 'cara', 'egregio', 'spettabile',
]

/** Beginnings of the line under which the names stand. */
// prettier-ignore
export const closings: readonly string[] = [
  'kind regards', 'best regards', 'warm regards', 'regards', 'best wishes', 'all the best', 'yours', 'sincerely', 'cheers', 'many thanks',
  'mit freundlichen grüßen', 'mit freundlichem gruß', 'freundliche grüße', 'viele grüße', 'beste grüße', 'herzliche grüße', 'liebe grüße', 'mfg',
  'cordialement', 'bien cordialement', 'sincères salutations', 'meilleures salutations', 'bien à vous', 'salutations',
  'un saludo', 'saludos', 'atentamente', 'un cordial saludo', 'cordialmente', 'reciba un', 'muy atentamente',
  'cordiali saluti', 'distinti saluti', 'un cordiale saluto', 'saluti', 'un saluto', 'cari saluti',
]
