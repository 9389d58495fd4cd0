// Spanish: what goes wrong around the goods (parcels, money, people), in the words of customers and of the desk.
import type { CauseTexts, ServiceKey } from '../shape.ts'

export const service: Readonly<Record<ServiceKey, CauseTexts>> = {
  'parcels-lost': {
    subject: '[¿Dónde está mi paquete?|Paquete perdido|El pedido {order} no ha llegado|Ni paquete ni noticias]',
    short: '[donde esta mi paquete {order}|Sigo sin paquete. {order}!!|El pedido {order} no ha llegado nunca]',
    facts: [
      'Mi pedido {order} del {date} [no ha llegado|sigue sin llegar|parece perdido].',
      'El seguimiento del pedido {order} [dice «en el depósito» desde hace {days} días|dice «entregado», pero no entregaron nada|no se mueve desde hace más de una semana].',
      'Espero el pedido {order} ({item}) desde el {date}.',
    ],
    details: [
      'He preguntado [a los vecinos|en todo el edificio|en la tienda de paquetes de la esquina]: nadie lo tiene.',
      'El transportista [cuelga|me manda a ustedes, y su página me manda al transportista|dice que solo puede preguntar el remitente].',
      'Es [un regalo de Navidad para mi hija|un regalo] y tenía que estar aquí [hace mucho|antes del fin de semana].',
    ],
    asks: [
      'Por favor, [búsquenlo|averigüen dónde está] o [envíenlo otra vez|devuélvanme los {amount}].',
      '¿Va a llegar [antes de Navidad|esta semana], sí o no?',
    ],
    question:
      '¿Podría comprobar conmigo si la dirección está completa? El conductor anotó «no encontrado», y nos falta [el piso|el nombre del timbre].',
    reply:
      'En el timbre pone [el mismo nombre|el nombre de mi madre], segundo izquierda, número {number2}. [Todos los demás nos encuentran.|Los otros paquetes llegan.]',
    answers: [
      'el transportista no encuentra su paquete {order}, y nosotros tampoco. No le hago esperar más: los mismos artículos [han salido hoy con otro transportista|salen esta noche con otro transportista] y los tendrá a más tardar el {due}. Si aparece el primer paquete, no lo abra y mando a recogerlo.',
      'su paquete {order} se escaneó por última vez en el depósito y desde entonces está perdido, [con un contenedor entero|como otros de ese día]. Hoy le he devuelto los {amount}; los tendrá en su cuenta a más tardar el {due}. Si todavía quiere el artículo, escríbame y le guardo uno.',
    ],
    again:
      '[Ha pasado el día que dijo y el paquete no ha llegado.|Otra vez nada, aunque lo había prometido: el paquete todavía no está aquí.] [¿Qué ocurre?|Me había tomado la tarde libre.]',
    mended:
      'se le prometió un día y no se cumplió. Acabo de hablar con el depósito: el paquete está en la furgoneta y llega el {due}; lo sigo en persona. Los gastos de envío se le devuelven en cualquier caso.',
    refusal: null,
  },
  'charged-twice': {
    subject: '[Cobro doble|Me han cobrado dos veces, {order}|{amount} cobrados dos veces|Error en el cobro]',
    short: '[cobrado dos veces, {order}|{amount} dos veces. Pedido {order}.|por qué dos cobros?? {order}]',
    facts: [
      'Por el pedido {order} me han cobrado dos veces: {amount} el {date} y otros {amount} dos días después.',
      'En mi extracto aparecen los {amount} por duplicado, para un mismo pedido, el {order}.',
      'Una sola compra (pedido {order}, {date}) y dos cobros de {amount}.',
    ],
    details: [
      'Tengo [una sola confirmación|una sola factura y pulsé una vez], así que no puede ser otro pedido.',
      'Mi cuenta está [en números rojos|al descubierto, y me cobran intereses] por eso.',
      'El banco dice [que me dirija a ustedes|que solo el comercio puede anularlo].',
    ],
    asks: [
      'Devuélvanme los segundos {amount} [ya|esta semana], por favor.',
      '¿Cuándo tendré el dinero[, y quién paga los intereses|]?',
    ],
    question:
      '¿Podría decirme las dos fechas del extracto y las cuatro últimas cifras de la referencia? Así nuestro proveedor de pagos encuentra hoy mismo el segundo cobro.',
    reply:
      'Las fechas son {date} y dos días después, y la referencia acaba en {number4}. [No pone más.|El primero está bien, quiero el segundo.]',
    answers: [
      'usted no hizo nada mal: un fallo de nuestra facturación mandó por segunda vez el cobro del pedido {order}. Los segundos {amount} han salido esta mañana y los tendrá a más tardar el {due}. [El fallo está encontrado y corregido.|Si su banco le cobra intereses por ello, mándeme la línea y los pagamos.]',
      'veo los dos cobros de {amount} del pedido {order}. El segundo es suyo, y está hecho: la orden salió hoy y lo tendrá a más tardar el {due}.',
    ],
    again:
      '[En mi cuenta sigue sin haber nada|El segundo cobro todavía no ha vuelto], y el día prometido era [ayer|el lunes].',
    mended:
      'el pago se quedó parado en una revisión nuestra y nadie me avisó, ni a usted. Acabo de mandarlo como transferencia inmediata: {amount}; los intereses de su banco se suman si me dice cuánto son. A más tardar el {due} lo tendrá todo.',
    refusal: null,
  },
  'voucher-fails': {
    subject: '[El vale no funciona|Código HALDEN10|Código rechazado|Su código de descuento]',
    short: '[HALDEN10 no funciona|vale rechazado otra vez, por qué|HALDEN10 «no válido». Sí lo es.]',
    facts: [
      'El código HALDEN10 de su carta [se rechaza|no se acepta] en la caja, aunque vale hasta fin de mes.',
      'He escrito HALDEN10 [cuatro veces|dos noches seguidas] y siempre sale «[código desconocido|no válido]».',
      'Su página [aceptó mi pedido sin el vale|calculó el precio entero], aunque había puesto HALDEN10.',
    ],
    details: [
      'Lo he probado [en el móvil y en el ordenador|en mayúsculas y en minúsculas|con la cesta vacía y llena].',
      'Tenía [cien euros en la cesta|dos lámparas en la cesta, esperando este vale].',
      'En las condiciones [nada lo excluye|no se habla de un mínimo].',
    ],
    asks: [
      'Por favor, [hagan que funcione|descuenten el diez por ciento después].',
      '¿Tendré el descuento si pido [hoy|ahora]?',
    ],
    question: '¿En qué dirección recibió el vale, y qué dice la página, palabra por palabra, cuando lo rechaza?',
    reply:
      'En esta misma, y la página dice «[código desconocido|este código no se puede combinar]», número {number4}. [En la cesta solo había una lámpara.|No había nada rebajado.]',
    answers: [
      'HALDEN10 se activó por error solo para clientes nuevos, y la carta salió a todos. Para usted vale desde ahora, hasta el {due}. [Si ya ha pedido, dígame el número y le devuelvo el diez por ciento.|Lo acabo de probar con una cesta mía.]',
      'su código estaba bien y nuestra página mal. Le he hecho uno solo para usted, H10-{number4}, con el mismo diez por ciento, hasta el {due} y para cualquier artículo.',
    ],
    again: '[El código nuevo no funciona|Mismo problema con el otro código: «no válido»].',
    mended:
      'entonces dejemos los códigos: pida como siempre, responda a esta carta con el número de pedido y le devuelvo el diez por ciento el mismo día. Vale hasta el {due} y queda anotado con su nombre.',
    refusal:
      'lo he comprobado: HALDEN10 valía catorce días y terminó la víspera de su intento; la fecha está debajo del código. Sé que da rabia por un día, pero en esto tratamos a todos igual.',
  },
  'refunds-late': {
    subject: '[Falta la devolución|¿Dónde está mi dinero?|Lo devolví hace semanas|Reembolso del pedido {order}]',
    short: '[reembolso de {order}?|devuelto hace 4 semanas y nada. {order}|Sigo sin el reembolso, {order}]',
    facts: [
      'Hace [tres|cuatro] semanas que devolví el pedido {order} ({item}), y [los {amount} no han llegado|no hay reembolso].',
      'Confirmaron que llegó mi devolución del pedido {order}. Los {amount}, en cambio, no.',
      'En su página dice que un reembolso tarda cinco días. Con {order} van ya [más de un mes|{number2} días].',
    ],
    details: [
      'Tengo el [recibo de correos|número de seguimiento], y llegó a tiempo.',
      'He [llamado dos veces|escrito ya una vez] y me dijeron «[unos días más|está en trámite]».',
      '[Para ustedes será poco, para mí es la compra de la semana.|Contaba con ese dinero.]',
    ],
    asks: ['Por favor, [páguenlo ya|hagan la transferencia hoy].', '¿Qué día exactamente tendré los {amount}?'],
    question:
      '¿Pagó el pedido con tarjeta o por transferencia? Para una transferencia necesito el nombre del titular tal como lo escribe el banco; no me mande el número, por favor.',
    reply:
      'Por transferencia. La cuenta está a nombre de mi [madre|hermana], mismo apellido, y su número de cliente acaba en {number4}.',
    answers: [
      'su devolución del pedido {order} llevaba en contabilidad desde que llegó; todos los reembolsos de esas semanas se quedaron parados. He sacado el suyo del montón: los {amount} han salido hoy y los tendrá a más tardar el {due}.',
      'no hay ninguna buena razón para que tuviera que esperar. Los {amount} del pedido {order} han salido esta mañana, como transferencia inmediata si su banco participa, y si no, a más tardar el {due}.',
    ],
    again:
      'Acabo de mirar: [sigue sin haber nada en la cuenta|el dinero todavía no está]. [Es la tercera fecha que me dan.|¿A quién creo?]',
    mended:
      'he estado al lado de nuestra contable mientras lo mandaba: {amount}, ordenado a mediodía, confirmado por el banco, suyo a más tardar el {due}. He añadido diez euros por dos fechas que no cumplimos.',
    refusal: null,
  },
  'courier-rude': {
    subject: '[Su repartidor|Repartidor grosero|La forma de entregar|Entrega del {date}]',
    short:
      '[repartidor muy grosero. {order}|el repartidor tiró el paquete por encima de la valla, {order}|¿Así entregan ustedes? Pedido {order}]',
    facts: [
      'El repartidor que trajo el pedido {order} me [gritó|insultó|dijo que aprendiera a leer mi propio timbre].',
      'Su repartidor [tiró el paquete {order} por encima de la valla|dejó caer el paquete {order} delante de la puerta] y se fue.',
      'Cuando le pedí al repartidor (pedido {order}) que pasara la caja del umbral, [se rio de mí|soltó una palabrota|dio un portazo].',
    ],
    details: [
      'Mi madre tiene [ochenta|setenta y ocho] años y acabó [llorando|muy alterada].',
      'Llevaba [una chaqueta gris|una gorra] y la matrícula acababa en {number2}, por si ayuda.',
      '[El paquete está bien, se trata de los modales.|Es la segunda vez con el mismo hombre.|No quiero que despidan a nadie, quiero que pare.]',
    ],
    asks: [
      '[Ocúpense de ello, por favor.|Espero una disculpa.|Hablen, por favor, con la empresa que reparte para ustedes.]',
      '¿Qué piensan hacer?',
    ],
    question:
      '¿A qué hora pasó, más o menos, y lo vio alguien más? Quiero hablar con el transportista de este repartidor y no de los repartidores en general.',
    reply: 'Sobre las [nueve|once|cuatro] y media. [Lo vio la vecina del {number2}.|No había nadie más.]',
    answers: [
      'he hablado con la jefa del depósito que reparte para nosotros. El repartidor del pedido {order} ha sido identificado, escuchado y retirado de su ruta; a su casa irá otra persona. Lamento que le trataran así en su propia puerta. El {due} vuelvo a preguntar en el depósito.',
      'nadie tiene que aguantar eso, y menos por haber comprado aquí. El transportista tiene que decirnos por escrito, a más tardar el {due}, qué hace, y yo le contaré lo que diga. Si lo desea, sus próximos envíos irán con otro.',
    ],
    again:
      'Hoy ha vuelto el mismo hombre, [no más amable que la primera vez|y ni siquiera ha llamado]. Todo sigue igual.',
    mended:
      'entonces el depósito no ha cumplido su palabra. He pasado su dirección a otro transportista, desde su próximo pedido, y nuestra responsable de contratos se reúne con el anterior el {due}, con sus dos cartas en la mano.',
    refusal: null,
  },
  'subscription-stuck': {
    subject: '[Baja|No puedo darme de baja|Cancelar la suscripción|La suscripción sigue y sigue]',
    short:
      '[baja de la suscripción YA, {order}|no puedo cancelar, el botón no hace nada. {order}|Tercer mes después de la baja. Basta. {order}]',
    facts: [
      'Quiero cancelar {item}, y el botón de su página [no hace nada|lleva a una página vacía|me pide una y otra vez que entre].',
      'Me di de baja el {date} y aun así [llegó otro paquete|me cobraron {amount}] (pedido {order}).',
      'Llevo [tres|cuatro] semanas intentando terminar mi suscripción ({order}).',
    ],
    details: [
      'Lo he intentado [con dos navegadores y con el móvil|dentro y fuera de la cuenta].',
      'Ya tengo [café para medio año|tantos filtros que podría abrir una tienda].',
      'Suscribirse fue un clic. [¿Por qué irse cuesta un mes?|Irse debería ser igual.]',
    ],
    asks: [
      'Denme de baja desde hoy y confírmenmelo por escrito, por favor.',
      '[Y devuélvanme los últimos {amount}.|¿Qué pasa con el paquete que está en camino?]',
    ],
    question: 'A su nombre hay dos suscripciones. ¿Termino las dos, o quiere conservar los filtros?',
    reply: '[Las dos, por favor.|Solo el café, los filtros pueden seguir.] Número del último paquete: {number}.',
    answers: [
      'su suscripción termina hoy, y esta carta es la confirmación. Lo que se cobró después de su intento, {amount}, se le devuelve a más tardar el {due}. [Un cambio en la página había roto el botón; esta noche vuelve a funcionar.|El paquete que está en camino puede quedárselo.]',
      'acabo de terminarla a mano ({item}): no se enviará ni se cobrará nada más. Los {amount} del pedido {order} le vuelven a más tardar el {due}, porque tendría que haber podido irse antes.',
    ],
    again:
      '[Hoy ha llegado otro paquete. ¡La suscripción sigue igual!|Han vuelto a cobrar: todavía no está cancelada.]',
    mended:
      'ahora lo veo: el paquete estaba preparado antes de que yo terminara la suscripción y se coló. He bloqueado cualquier cobro y devuelto los dos meses; los tendrá a más tardar el {due}. El paquete es para usted.',
    refusal: null,
  },
  'delivery-late': {
    subject: '[Retraso|Entrega con retraso|¿Cuándo llega {order}?|Pedido {order} atrasado]',
    short: '[cuando llega {order}|{order} otra vez con retraso|Prometido para la semana pasada: {item}. {order}]',
    facts: [
      'El pedido {order} tenía que llegar [la semana pasada|en tres días], y [no está aquí|no sé nada].',
      'El {date} pedí {item} (n.º {order}), en existencias, decía, [dos o tres días|48 horas].',
      'Mi pedido {order} lleva {days} días «[en preparación|en curso]».',
    ],
    details: [
      'Me he quedado en casa [dos veces|un día entero] para nada.',
      'Ni un correo, ni un mensaje, [nada|ni una palabra].',
      'Otra fecha me valdría, [si alguien me la dijera|solo quiero saberla].',
    ],
    asks: [
      '[¿Cuándo llega?|Denme una fecha de la que pueda fiarme.]',
      'Si tarda más de esta semana, [prefiero cancelar|cancélenlo, por favor].',
    ],
    question: '¿Le vendría mejor otra dirección o un punto de recogida? Podría ser uno o dos días antes.',
    reply: '[No, aquí, por favor.|Sí, en mi trabajo: en recepción aceptan paquetes hasta las seis, puerta {number2}.]',
    answers: [
      'el artículo de su pedido {order} ({item}) figuraba en existencias y el estante estaba vacío. [Esta mañana|Hoy] ha llegado una partida: el suyo está embalado y lo tendrá a más tardar el {due}. Tendríamos que habérselo dicho mucho antes de que preguntara.',
      'su pedido {order} se quedó parado por un solo artículo. Lo he dividido: lo que hay sale hoy y llega a más tardar el {due}, y usted paga el envío una sola vez.',
    ],
    again: 'Todavía no ha llegado, y el seguimiento [está vacío|no muestra nada].',
    mended:
      'la etiqueta estaba impresa y el paquete estaba al lado del camión en vez de dentro. Ahora está dentro, lo he visto, y llega a más tardar el {due}. Le he devuelto los gastos de envío.',
    refusal:
      'he seguido su pedido {order} del {date} desde el estante hasta la puerta. Para este artículo la página habla de tres semanas, y han pasado {days} días. No llega tarde, ni se ha perdido: llegará como estaba anunciado.',
  },
  'unwanted-mail': {
    subject: '[Publicidad que no pedí|Baja|Basta|¿Quién les ha dado mi dirección?]',
    short: '[dejen de escribirme|baja!!!|Nunca les he comprado nada. No más correos.]',
    facts: [
      'Nunca les he comprado nada y recibo su boletín, [dos veces por semana|desde hace un mes].',
      '¿De dónde han sacado mi dirección? [No soy <cliente|clienta> de ustedes.|No tengo cuenta en su tienda.]',
      'Me di de baja de su publicidad [el {date}|tres veces] y sigue llegando.',
    ],
    details: [
      'El enlace del final [no lleva a ninguna parte|dice que no estoy en la lista].',
      'A una amiga [también le llegan|le pasa lo mismo].',
      'No quisiera tener que pedirlo otra vez.',
    ],
    asks: [
      '[Borren mi dirección|Quítenme de todas las listas] y díganme de dónde la tienen.',
      'Confírmenme, por favor, que está borrada.',
    ],
    question: '¿A qué dirección llegan las cartas? Esa desde la que escribe no está en ninguna de nuestras listas.',
    reply: 'A una antigua que se me reenvía, la que acaba en {number2}. [Borren esa, por favor.|Espero que baste.]',
    answers: [
      'su dirección ya no está en ninguna de nuestras listas y queda bloqueada para que no vuelva. Venía de un sorteo de primavera en el que alguien la escribió. A más tardar el {due} la habrá borrado también la empresa que lo organizó; me encargo de ello.',
      'la he borrado. Se había tomado de una lista vieja de una feria, lo que nunca debió ocurrir. Puede que haya una carta en camino hasta el {due}; después, ninguna.',
    ],
    again: 'Hoy, otra publicidad de ustedes. Todavía no está borrada mi dirección.',
    mended:
      'la carta de hoy salió de un segundo sistema que yo no conocía. También de ese está quitada su dirección, tengo la prueba delante, y el {due} lo vuelvo a mirar.',
    refusal: null,
  },
}
