// Spanish: how customers begin, end, thank and lose their temper. <a|b> is the writer's gender.
import type { Manners } from '../shape.ts'

export const manners: Manners = {
  hello: ['Hola:', 'Buenos días:', 'Buenas tardes:', 'Estimados señores:', 'Hola, equipo de Halden:', 'Buenas:'],
  polite: [
    '[Seguro que hay una explicación.|Seguro que se puede arreglar.]',
    'Cualquiera se equivoca, [ya lo sé|es normal], solo quisiera una respuesta.',
    '[Agradecería una respuesta corta.|Sería un detalle que alguien lo mirara.]',
    'No me gusta quejarme, [pero esto no está bien|pero así no lo puedo dejar].',
  ],
  angry: [
    '[Nunca había visto nada igual.|Esto es inaceptable.|Estoy muy <enfadado|enfadada>.]',
    'Estoy <harto|harta>, y [se lo cuento a quien me pregunte|no pienso callármelo].',
    'Si [no sé nada antes del fin de semana|nadie contesta], [compro en otra parte|esta ha sido mi última compra].',
    '[¿Qué clase de tienda es esta?|¿Creen que la gente no tiene otra cosa que hacer?|¿Alguien lee esto?]',
  ],
  loyal: [
    'Les compro [desde hace tiempo|a menudo] y siempre quedé <contento|contenta>.',
    'Hasta ahora todo lo de Halden me salió [bien|muy bien], por eso me molesta más.',
  ],
  newcomer: [
    'Era mi primer pedido en su tienda.',
    'Quería probar su tienda, [y empezamos bien|vaya comienzo].',
    'Una amiga me habló bien de ustedes, esperaba más.',
  ],
  bye: [
    'Un saludo,\n{name}',
    'Saludos cordiales,\n{name}',
    'Atentamente,\n{name}',
    '{name}',
    '{first}',
    'Saludos\n{first}',
    'Quedo a la espera,\n{name}',
    'Reciban un saludo,\n{name}',
  ],
  thanks: [
    'Muchas gracias, [qué rapidez|es todo lo que quería saber|así da gusto].',
    '[Gracias|Mil gracias] por [la ayuda|responder tan rápido|una carta tan amable]. {first}',
    'Hola, {handler}: gracias por [tomárselo en serio|todo]. [Volveré a comprar con gusto.|Que tenga buena semana.]',
    'gracias {handler}',
    'Se lo agradezco. [Así da gusto.|Eso es atender bien.]\n{name}',
    'Gracias, me parece [justo|bien|un buen detalle].',
  ],
  arrived: [
    'Muchas gracias, [ya está todo en orden|llegó todo como decía].',
    'Ya lo tengo, gracias. [Todo como prometió.|]',
    '[Todo listo, gracias.|Ya está, ¡muchas gracias!|Solucionado, gracias.]',
    'Ha llegado, gracias {handler}. [Antes de lo que dijo.|Que tenga buen día.|]',
  ],
  gladArrived: [
    '[Genial.|¡Perfecto!|Estupendo.] Ha llegado [hoy|esta mañana].',
    'Ya está aquí. No pensaba que fuera tan rápido, {handler}. Cuídese.',
  ],
  glad: [
    'Bueno, ahora sí. [La próxima vez sin rodeos, por favor.|Sin rencores.]',
    'Vale, por mí bien.',
    '¡Fenomenal, [son ustedes unos cracks|así se hace]!',
  ],
  stillNot: [
    'Sigue sin arreglarse, {handler}.',
    'Por desgracia, el mismo problema.',
    'Hoy tenía que estar hecho y todavía no lo está.',
  ],
  protest: [
    'No estoy de acuerdo. [Sé lo que vi.|Usted no estaba.] Quisiera que lo mirara otra persona.',
    'Esa es su opinión y no la mía. [Para mí el asunto no ha terminado.|Insisto.]',
    'Así que me toca pagarlo a mí, estupendo. Esperaba otra cosa y no lo acepto.',
  ],
  laterNews: [
    'Otra cosa más: [me encuentran mejor por la tarde|el jueves me voy de viaje|la vecina del bajo me recoge los paquetes].',
    'Olvidé decir que [pagué con tarjeta|guardo el recibo|ya había llamado].',
    '¿Hay [novedades|noticias] de lo mío?',
  ],
}
