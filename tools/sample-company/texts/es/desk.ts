// Spanish: how the desk greets, waits, makes good and says goodbye. Always usted; <a|b> is the reader's gender.
import type { DeskManners } from '../shape.ts'

export const desk: DeskManners = {
  received: [
    'Hola, {customer}:\n\nsu mensaje ha llegado. {handler} se ocupa de él hasta que esté arreglado; tendrá respuesta de una persona a más tardar el {due}.\n\nHalden Home',
    'Hola, {customer}:\n\ngracias por contárnoslo. Su mensaje está en manos de {handler}, que le escribirá a más tardar el {due}.\n\nHalden Home',
  ],
  greeting: [
    'Hola, {first}:',
    '<Estimado Sr.|Estimada Sra.> {last}:',
    '<Estimado|Estimada> {first} {last}:',
    'Buenos días, <Sr.|Sra.> {last}:',
  ],
  opening: [
    'Gracias por contárnoslo, y lo siento.',
    'Soy {handler} y me ocupo de esto hasta que esté arreglado.',
    '[Qué contratiempo.|Para eso no nos compró usted nada.] Lo siento mucho.',
    'Me alegra que haya escrito en vez de marcharse sin más.',
  ],
  preciseOpening: [
    'He leído su carta [dos veces|con calma]; tiene razón en estar <molesto|molesta>.',
    'Gracias por contárnoslo con tanta claridad, y lo siento.',
    'Gracias por [una descripción tan exacta|los detalles], nos ha ahorrado un día.',
  ],
  ownOpening: ['La culpa es nuestra, y quiero remediarlo enseguida.'],
  plainOpening: 'Gracias por [su carta|su mensaje].',
  lateOpening: [
    'Ha tenido que esperar demasiado esta respuesta, y lo primero es pedirle disculpas.',
    'Mi respuesta llega tarde, y no tengo una buena excusa.',
    'Tendría que haber sabido de mí hace días. Lo siento.',
  ],
  takenOver: [
    'Me han pasado su carta con todo lo que escribió, no tiene que repetir nada.',
    'Me hago cargo de su asunto y sé lo que nos ha contado.',
  ],
  holding: [
    'He [preguntado|escrito] a {party} y espero su respuesta. Le escribo a más tardar el {due}, digan lo que digan.',
    'Para decirle algo cierto tengo que preguntar a {party}. Sabrá de mí a más tardar el {due}.',
  ],
  afterReply: [
    'Gracias, es justo lo que necesitaba.',
    'Me sirve de mucho, gracias por mirarlo.',
    'Gracias por responder tan pronto.',
  ],
  afterAsking: ['Esto es lo que hay:', 'Como le prometí, vuelvo a escribirle.', 'Ya tengo una respuesta.'],
  noReply: [
    'No he recibido respuesta a mi pregunta, así que he decidido sin ella, a su favor.',
    'Para que mi pregunta no le haga esperar, he seguido adelante.',
  ],
  secondOpening: ['Siento que tenga que escribir otra vez.', 'Gracias por su paciencia.', 'Me da mucha vergüenza.'],
  gesture: [
    'En su próximo pedido no paga el envío, queda anotado con su nombre.',
    'He puesto un paquete de café, por la molestia.',
    'Le he abonado además cinco euros: su tiempo también vale.',
  ],
  invitation: [
    'Si algo no es como digo, responda sin más, me llega a mí.',
    'Dígame, por favor, si ha salido como le prometí.',
    'Si no le viene bien, encontraremos otra cosa.',
    'Respondiendo a esta carta me escribe directamente.',
  ],
  end: [
    'Un saludo,\n{handler}\nHalden Home',
    'Reciba un cordial saludo,\n{handler}',
    'Atentamente,\n{handler}, Halden Home',
    'Saludos,\n{handler}',
  ],
  glad: [
    'Me alegra leerlo. Lo dejo así; si surge algo, responda a esta carta.',
    'Qué bien, y gracias por decirlo. Para mí está arreglado, si usted no dice otra cosa.',
  ],
  stay: [
    'Como deseaba, lo ha mirado otra persona, sin conocer mi opinión, y ha llegado a lo mismo. Se queda, pues, como le escribí. Sé que esperaba otra cosa.',
    'Lo he repasado todo, desde el principio hasta su última carta. No encuentro nada que lo cambie, y no quiero darle una esperanza que no podría cumplir.',
  ],
  reasons: [
    'Su caso lo han examinado dos personas por separado. Se entregó y se cobró lo acordado. Más allá de su derecho a devolver en catorce días no hay, por tanto, un derecho que podamos atender.',
  ],
  recourse:
    'Si no está de acuerdo, puede acudir al servicio de arbitraje de consumo; no le cuesta nada y nosotros participamos. También puede pedir que lo revise nuestra dirección respondiendo a esta carta.',
  party: {
    carrier: 'nuestro transportista',
    payments: 'nuestro proveedor de pagos',
    warehouse: 'nuestro almacén',
    workshop: 'nuestro taller',
  },
}
