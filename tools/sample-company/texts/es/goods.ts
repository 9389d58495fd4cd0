// Spanish: what is wrong with goods, in the words of customers and of the desk. <a|b> is the writer's gender.
import type { CauseTexts, GoodsKey } from '../shape.ts'

export const goods: Readonly<Record<GoodsKey, CauseTexts>> = {
  'kettle-leaks': {
    subject: '[Hervidor que pierde agua|El hervidor Varde gotea|Fuga en el hervidor|Hervidor, pedido {order}]',
    short: '[el hervidor pierde agua, {order}|El Varde gotea. Pedido {order}.|agua por toda la encimera!! {order}]',
    facts: [
      'El hervidor Varde de mi pedido {order} [pierde agua|gotea] [por abajo|por donde empieza el asa|alrededor del visor].',
      '[Desde la semana pasada|Desde hace tres días|Más o menos desde el décimo uso] hay [un charco|un cerco de agua] debajo del hervidor que compré el {date} (pedido {order}).',
      'El {date} pedí un hervidor Varde, número {order}, y [ya no cierra bien|la junta del fondo ha cedido|sale agua por la base en cuanto lo lleno más de la mitad].',
    ],
    details: [
      'Empezó con [unas gotas|cuatro gotas] y ahora es [media taza|un vasito] cada vez que hiervo agua.',
      'Lo he [descalcificado|secado y vuelto a probar|llenado solo hasta la mitad], como dice el folleto, y sigue igual.',
      'La base eléctrica [se moja|amaneció hoy en un charco], y no quiero agua y corriente juntas [con niños en casa|en mi cocina].',
      '[Mi hermana tiene el mismo y el suyo está seco.|Una vecina compró el mismo en primavera y también gotea.] ¿Será cosa de la serie?',
    ],
    asks: [
      '[Mándenme, por favor, uno que no pierda.|Quisiera uno nuevo.|Quiero que me devuelvan los {amount}.]',
      '¿Cómo consigo [uno nuevo|mi dinero], y tengo que devolver el viejo?',
    ],
    question:
      '[Para enviarle la pieza correcta|Para saber si el suyo es de la serie que conocemos], ¿podría decirme las seis cifras que siguen a la «S» en la etiqueta plateada de la base?',
    reply:
      'En la etiqueta pone S{number}. [Gotea siempre por el mismo sitio, justo debajo del visor.|Desde entonces no lo he usado.|Espero que le sirva.]',
    answers: [
      'Su hervidor Varde del pedido {order} pertenece a una serie cuya junta del visor quedó mal puesta. Desenchúfelo, por favor, y no lo use más. Uno nuevo, con la junta cambiada, [sale hoy|sale esta noche de nuestro almacén] y lo tendrá a más tardar el {due}. No hace falta que devuelva el viejo.',
      'Si sale agua por la base de un Varde es que ha fallado la junta; usted no ha hecho nada mal. Hoy mismo le he devuelto los {amount} del pedido {order}; los tendrá en su cuenta a más tardar el {due}. [Puede tirar el hervidor.|No lo enchufe más, por favor; no hace falta que lo devuelva.]',
    ],
    again:
      'El hervidor nuevo [también pierde, exactamente por el mismo sitio: sigue igual|ha llegado hoy y gotea, mismo problema]. [Ya van dos.|Dos veces lo he llenado y dos charcos.]',
    mended:
      'que también gotee el segundo no puede ser. No quiero hacerle pasar por un tercer Varde: hoy le he devuelto los {amount} completos, los tendrá a más tardar el {due}. Si aun así quiere un hervidor, el Skarn de cristal no lleva visor y por tanto tampoco esa junta.',
    refusal: null,
  },
  'carpet-colour': {
    subject: '[Color equivocado|Alfombra Myra: color|La alfombra no se parece a la foto|Color de la alfombra, {order}]',
    short: '[alfombra verde, no gris!! {order}|Color equivocado, pedido {order}|Ese no es el color que pedí. {order}]',
    facts: [
      'La alfombra Myra del pedido {order} es [claramente verde|verdosa|más oliva que gris]; en su página es [gris piedra|gris].',
      'El {date} pedí la Myra en gris ({order}). Lo que desenrollé es [verde|una especie de verde salvia], [de día y con lámpara|con cualquier luz].',
      'Elegí la Myra por el gris de sus fotos (pedido {order}), y [ese gris no existe|en la realidad es otro color].',
    ],
    details: [
      'La he puesto [al lado de la foto|contra nuestro sofá gris|junto a la muestra]: [son dos colores distintos|nadie diría que es el mismo].',
      'La etiqueta dice «[gris 04|piedra]», así que [la foto está mal|o la etiqueta o la foto está mal], pero pintamos la habitación a juego.',
      'Pesa [catorce|quince] kilos y vivo en un [tercero|cuarto] sin ascensor, [no puedo llevarla a ningún punto de recogida|no me pidan que la baje].',
    ],
    asks: [
      '[Recójanla, por favor.|¿Pueden pasar a recogerla?|Quiero devolverla sin pagar el envío.]',
      '¿La tienen en el color de la foto? Si no, [quiero mi dinero|pido la devolución de los {amount}].',
    ],
    question:
      '¿Podría mirar la etiqueta cosida en el lado corto y decirme qué número sigue a «Col.»? Hay dos tintadas y quiero saber con certeza cuál le enviaron.',
    reply: 'Pone Col. {number}. [De momento la he vuelto a enrollar.|Lo ha leído mi hijo, espero que bien.]',
    answers: [
      'tiene usted razón: las fotos de la Myra se hicieron con luz cálida y la muestran más gris de lo que es. El error es nuestro. La recogida queda para el {due}, dos personas se la bajan, y los {amount} se le devuelven en cuanto esté cargada. [Estamos repitiendo las fotos.|Hemos quitado las fotos.]',
      'la Myra del pedido {order} es de una tintada que salió verde. Una gris, revisada a mano, llega el {due}; el conductor se lleva la otra. Usted no paga nada.',
    ],
    again:
      '[Nadie vino a recoger la alfombra el día que dijo; todavía no se la han llevado.|El conductor no vino, todavía no tengo la buena.] [¿Y ahora qué?|Se me acaba la paciencia.]',
    mended:
      'eso no debió pasarle dos veces. Los {amount} han salido hoy, sin esperar a la alfombra; usted elige el día de la recogida y el conductor le llama una hora antes. Quedará arreglado a más tardar el {due}.',
    refusal:
      'he puesto la foto de su pedido {order} junto a la Myra de nuestra exposición, con luz de día. Es el color de la página y de la etiqueta, gris piedra 04, y no encuentro ningún error en lo enviado. Puede devolverla en catorce días, pero el envío de vuelta corre entonces de su cuenta.',
  },
  'chair-screws': {
    subject: '[Faltan tornillos|Silla Torvik sin tornillos|No se puede montar la silla|Faltan piezas, {order}]',
    short:
      '[sin tornillos en la caja, {order}|Silla Torvik: falta la bolsa de tornillos, {order}|¿Y los tornillos? {order}]',
    facts: [
      'La silla Torvik del pedido {order} ha llegado sin [la bolsa de tornillos|tornillos|tornillos ni llave].',
      'Quise montar la silla Torvik que pedí el {date} (n.º {order}) y [no hay ni un tornillo en la caja|faltan los tornillos].',
      'Cuatro patas, un asiento, un respaldo y [nada con que unirlos|ningún tornillo]: eso trajo el pedido {order}.',
    ],
    details: [
      'He [vaciado la caja entera|mirado en todos los cartones|buscado hasta en la espuma]. [Nada.|El folleto habla de una bolsa B con ocho tornillos, y no hay bolsa B.]',
      'Probé con [tornillos de la ferretería|unos viejos], pero [no entran en la rosca|la rosca es de otra medida].',
      'Tenemos [invitados el sábado|un cumpleaños el fin de semana] y [nos falta una silla|nos sentamos en cajas].',
    ],
    asks: [
      '[Envíenme los tornillos, por favor.|Con la bolsa de tornillos me basta.|¿Pueden mandarme los tornillos por correo?]',
      '¿Cuándo pueden enviar [los tornillos|la bolsa]?',
    ],
    question:
      '¿Hay algún número [grabado|impreso] debajo del asiento? La Torvik existe con dos roscas y quiero enviarle enseguida la bolsa correcta.',
    reply: 'Sí, pone T{number}. [Espero que sea ese.|Está al lado de la pegatina.]',
    answers: [
      'la bolsa B se olvidó al embalar su Torvik, [como en un palé entero, por desgracia|y su caja no es la única]. Los tornillos y la llave [han salido hoy por carta con seguimiento|están en correos desde mediodía] y los tendrá en el buzón a más tardar el {due}.',
      'ocho tornillos, ocho arandelas y la llave de su Torvik (pedido {order}) están [en camino|en correos]; los tendrá a más tardar el {due}. He añadido [dos tornillos de repuesto|una segunda llave], por si acaso.',
    ],
    again:
      '[Llegaron los tornillos, pero son cortos: la silla sigue sin montar.|Ha llegado la bolsa del taburete. La silla sigue sin montarse.]',
    mended:
      'en el almacén han desmontado una Torvik delante de mí y le he enviado sus tornillos. Son M6 × 40, valen seguro y los tendrá a más tardar el {due}. Por esta segunda espera le he devuelto los gastos de envío.',
    refusal: null,
  },
  damaged: {
    subject: '[Ha llegado roto|Paquete dañado|Pedido {order}: roto|Artículo dañado]',
    short: '[llegó roto, {order}|Roto: {item}. {order}|Otra vez roto. {order}. Devolución por favor]',
    facts: [
      'Mi pedido {order} ({item}) ha llegado [con daños|con un golpe|con una grieta enorme].',
      '[Hoy|Ayer] llegó el paquete {order} ({item}) y [está todo rayado|un lado está hundido|el contenido está en dos pedazos].',
      'Acabo de abrir el pedido {order} del {date} ({item}): [una esquina está destrozada|está rajado de arriba abajo|todo está torcido y nada encaja].',
    ],
    details: [
      'La caja [por fuera parecía intacta|tenía una esquina rota y vuelta a pegar|tenía la huella de una bota].',
      'Dentro había [poquísima protección|una hoja de papel y nada más].',
      'Puedo mandar fotos [esta noche|si me dicen adónde], y guardo todo el embalaje.',
    ],
    asks: [
      '[Envíen otro, por favor, mejor embalado.|Quisiera un cambio.|Quiero que me devuelvan el dinero.]',
      '¿Qué necesitan de mí para [el cambio|devolverme los {amount}]?',
    ],
    question:
      '[¿Dónde está exactamente el daño, y se veía algo en la caja?|¿La caja exterior también estaba dañada, y la conserva?] Es para el transportista, no porque dude de usted.',
    reply:
      'El daño está [abajo a la izquierda|en la parte de atrás|en el borde], unos {number2} cm. [La caja tenía un agujero en el mismo lado.|La caja estaba entera.] Lo guardo todo hasta que me digan.',
    answers: [
      'he hecho sacar otro artículo del estante para su pedido {order} ({item}) y [he visto cómo lo embalaban|pedido el doble de protección]. Lo tendrá a más tardar el {due}. El roto puede tirarlo.',
      'lo que llegó con el pedido {order} no es lo que usted pagó: los {amount} salen hoy y los tendrá en su cuenta a más tardar el {due}. No hay que devolver nada. [Vamos a cambiar el embalaje de este artículo.|He pasado sus palabras a la mesa de embalaje.]',
    ],
    again:
      '[El segundo también tiene una grieta: mismo problema.|El segundo ha llegado igual, sigue roto.] [Venía embalado exactamente igual.|No tengo suerte con ustedes.]',
    mended:
      'dos veces roto es cosa de nuestro embalaje y no de su mala suerte. Hoy le hemos devuelto los {amount} (los tendrá a más tardar el {due}), y este artículo no vuelve a salir de casa sin una caja nueva.',
    refusal:
      'he repasado el pedido {order} con el transportista: el paquete se pesó y fotografió antes de la entrega, sin daños, y se aceptó sin reservas. Por eso no puedo ver que se rompiera en el camino, ni reponerlo.',
  },
  'wrong-item': {
    subject: '[Artículo equivocado|Error en el envío|Pedido {order}: no es lo que pedí|Me han mandado otra cosa]',
    short: '[artículo equivocado, {order}|Esto no es lo que pedí. {order}|¿una pantalla de lámpara? pedido {order}]',
    facts: [
      'Pedí {item} (pedido {order}) y en el paquete venía [otra cosa|un juego de paños de cocina|una pantalla que no he visto en mi vida].',
      'Hoy llegó el pedido {order}. [En el albarán pone una cosa ({item}), en la caja hay otra.|En la caja viene un artículo equivocado.]',
      'Me han enviado algo equivocado: yo había pedido {item} el {date} (n.º {order}).',
    ],
    details: [
      'El albarán [es el mío, la mercancía no|está bien, el contenido no].',
      'No lo he [desembalado más|sacado del plástico], [pueden llevárselo tal cual|alguien lo echará de menos].',
      'Era un regalo, [para mi madre|para una boda el sábado], así que corre prisa.',
    ],
    asks: [
      'Envíen, por favor, [lo que pedí|el correcto] y díganme qué hago con el otro.',
      '[¿Puede ser esta semana?|¿Cuándo tendré el bueno?]',
    ],
    question:
      '¿Podría leerme el número que hay debajo del código de barras del artículo equivocado? Así veré con qué paquete se cambió el suyo.',
    reply:
      'Debajo del código de barras pone {number}. [El albarán de la caja, por cierto, está a nombre de otra persona.|Es una caja gris.]',
    answers: [
      'su pedido {order} ({item}) [vuelve a salir hoy, esta vez revisado por cuatro ojos,|acaba de embalarse de nuevo] y lo tendrá a más tardar el {due}. Lo que recibió por error [puede quedárselo|se lo lleva el conductor; no hace falta etiqueta ni caja].',
      'el día en que salió su pedido {order} se cambiaron dos etiquetas en la mesa de embalaje. El paquete correcto va de camino y llega a más tardar el {due}; el otro lo recogen en su puerta en ese momento.',
    ],
    again:
      'Ha llegado un segundo paquete y es [otra vez el artículo equivocado, mismo problema|todavía no lo que pedí]. [¿Mira alguien dentro de las cajas?|Me cuesta creerlo.]',
    mended:
      'ya sé el motivo: la etiqueta del propio estante estaba mal, así que el segundo intento tenía que fallar como el primero. He cogido su artículo ({item}) de la exposición y lo he enviado exprés; llega a más tardar el {due}. Los gastos de envío están devueltos.',
    refusal:
      'he comparado su pedido {order} del {date} con lo que se embaló, número por número: recibió exactamente el artículo pedido, {item}, en la versión elegida. Entiendo que esperaba otro, pero no hubo error en el envío.',
  },
}
