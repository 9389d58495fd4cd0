// Spanish: plain questions and their answers.
import type { RequestTexts } from '../shape.ts'

export const requests: readonly RequestTexts[] = [
  {
    subject: '[Horario|Exposición|Pregunta sobre la exposición]',
    ask: '[¿Qué horario tiene la exposición en {month}?|¿Están abiertos los sábados?] [Vendría de lejos.|Me gustaría ver las sillas Torvik antes de pedir.]',
    answer:
      'la exposición abre de martes a sábado, de diez a seis, también en {month}. La Torvik está justo en la entrada. Si me dice cuándo viene, alguien tendrá tiempo para usted.',
  },
  {
    subject: '[Envío al extranjero|¿Envían a Suiza?|Gastos de envío]',
    ask: '[¿Venden a Suiza y cuánto cuesta el envío|¿Podría decirme si envían a Noruega y cuánto cuesta] ({item})? [Es para mi hermano.|Sin prisa.]',
    answer:
      'sí, enviamos allí: 14,90 euros, de cinco a siete días laborables, aduana incluida. Aparece en la caja en cuanto elige el país.',
  },
  {
    subject: '[Recambio|Tapa del hervidor|¿Hay existencias?]',
    ask: '[¿Tienen la tapa del hervidor Skarn como recambio?|¿Venden las varillas de la batidora Kvern por separado?] [Necesitaría una.|Me llevaría dos.]',
    answer:
      'la pieza está aquí, 6,50 euros con el envío. Responda «sí» y se la mando a la dirección que me diga; la factura va dentro.',
  },
  {
    subject: '[Tamaño de la alfombra|Myra más grande|Pregunta]',
    ask: '[¿Tienen la alfombra Myra más grande, por ejemplo de dos por tres metros?|¿Dónde puedo encontrar la Myra de dos por tres?] [Es para una habitación larga.|La pequeña es preciosa.]',
    answer: 'la Myra de 200 × 300 se está tejiendo y llega el {due}, a 229 euros. Puedo guardarle una, sin compromiso.',
  },
  {
    subject: '[Factura|Factura {order}|Copia de la factura]',
    ask: '[¿Dónde puedo encontrar la factura del pedido {order} a nombre de mi empresa?|¿Podría decirme cómo consigo la factura {order} a nombre de mi despacho?]',
    answer:
      'la factura del pedido {order} acaba de salir a esta dirección, con el nombre que indicó. El importe es el mismo.',
  },
  {
    subject: '[Suscripción de café|Pregunta sobre el café|Suscripción]',
    ask: '[¿Cuánto cuesta la suscripción de café para dos personas, y la tienen descafeinada?|¿Cuánto cuesta la suscripción de filtros cada dos meses? Me gustaría saberlo antes.]',
    answer:
      'para dos personas va bien la bolsa de 500 g, 14,90 euros al mes, el descafeinado al mismo precio. Puede hacer una pausa cuando quiera, y si un botón falla, le ayudo.',
  },
]
