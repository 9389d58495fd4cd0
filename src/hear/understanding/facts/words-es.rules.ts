// Spanish turns that ask for facts and tell them. A list, no decisions.
import type { FactWords } from './fact-words.rules.ts'

// prettier-ignore
export const factsOfSpanish: FactWords = {
  asks: ['podría|puede|podrías|puedes|podrían ..3 enviar*|decir*|dar*|facilitar*|indicar*|confirmar*|proporcionar*|describir*|explicar*|adjuntar*|mandar*|compartir*|pasar*|precisar*', 'nos|me podría|puede|podrías|puedes|indica|dice|envía|facilita|diría', 'por favor', 'rogamos|solicitamos|agradeceríamos|pedimos', 'envíenos|indíquenos|díganos|facilítenos|mándenos|dinos|envíanos|indícanos|adjunte|describa|confirme|explíquenos', 'cuál|qué|cuándo|cuánto|dónde|cuáles', 'necesitamos|necesito|necesitaríamos|falta|hace', 'ha|has ..2 probado|intentado|reiniciado|llamado', 'nos gustaría', 'tiene|tendría ..3 número|foto|fotos'],
  spares: ['no ..3 necesario|necesita|falta|hace', 'ya tenemos|tengo|disponemos', 'no necesitamos'],
  nouns: {
    'order-number': ['número|referencia|núm|código|nº ..2 pedido|reserva|compra|orden'],
    'invoice-number': ['número|referencia ..2 factura|recibo|ticket'],
    'tracking-number': ['número|código ..2 seguimiento|envío|paquete|rastreo'],
    'customer-number': ['número|código ..2 cliente|cuenta|socio|contrato'],
    'serial-number': ['número ..2 serie', 'imei'],
    date: ['fecha|día|fechas', 'cuándo'],
    amount: ['importe|cantidad|precio|monto|suma', 'cuánto ..3 pagó|pagado|cobraron|cobrado|costó|pagaste'],
    product: ['modelo|producto|artículo|aparato'],
    photo: ['foto|fotos|fotografía|fotografías|imagen|imágenes|captura|capturas|vídeo|video|escaneo'],
    address: ['dirección|domicilio', 'código postal', 'dónde vive'],
    phone: ['número|un ..2 teléfono|móvil|contacto', 'teléfono', 'número ..5 llamar*'],
    tried: ['probado|intentado|reiniciado|reseteado', 'pasos'],
    happened: ['qué ..2 pasó|ocurrió|sucedió|pasado|ocurrido|sucedido', 'lo que ..1 pasó|ocurrió|sucedió|pasado|ocurrido', 'describ*|descripción|detalles', 'explicar*|explíquenos|expliqu*', 'consiste'],
  },
  labels: {
    'order-number': ['pedido|reserva|compra|orden'],
    'invoice-number': ['factura|recibo|ticket'],
    'tracking-number': ['seguimiento|envío|paquete|rastreo'],
    'customer-number': ['cliente|cuenta|socio|contrato'],
    'serial-number': ['serie|imei'],
    phone: ['teléfono|móvil|tel|celular', 'llamar*|llámeme ..2 al', 'mi número'],
  },
  told: {
    product: ['compré|pedí|compramos|recibí|comprado|pedido|adquirí ..1 un|una|el|la|dos|su|unos|unas', 'modelo', 'mi|mis|nuestra|nuestro lavadora|hervidor|tostadora|portátil|teléfono|móvil|nevera|frigorífico|horno|router|bicicleta|sofá|impresora|aspiradora|lavavajillas|secadora|cámara|auriculares|tableta|reloj|lámpara|calentador|colchón|cafetera'],
    photo: ['adjunto|adjunta|adjuntas|adjuntos|envío|mando|aquí|incluyo|subido ..4 foto|fotos|imagen|imágenes|captura|capturas|vídeo|video|fotografía|fotografías', 'foto|fotos|imagen|imágenes|captura|capturas ..4 adjunta|adjuntas|adjunto|adjuntado'],
    address: ['mi|nuestra dirección|domicilio', 'vivo|vivimos en'],
    tried: ['he|hemos ..3 reiniciado|probado|intentado|llamado|escrito|contactado|cambiado|limpiado|comprobado|reinstalado|reclamado|desenchufado|preguntado|hablado', 'llamé|escribí|reinicié|probé|intenté|contacté|reclamé|pregunté|hablé|limpié|comprobé'],
    happened: ['roto|rota|rotos|rotas|dañado|dañada|dañados|averiado|averiada|defectuoso|defectuosa|rayado|rayada|agrietado|agrietada|estropeado|estropeada|gotea|rompió|quemado', 'no|nunca ..2 funciona|arranca|enciende|llegó|llegado|carga|abre|calienta|recibido|recibí|entregado|entregaron', 'dejó de', 'equivocado|equivocada|incorrecto|incorrecta', 'falta|faltan|faltaba|faltaban', 'cobraron|cobrado|cargado ..2 dos|doble', 'retraso', 'maleducado|maleducada|grosero|grosera'],
  },
}
