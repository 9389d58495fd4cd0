// Spanish turns that seek a remedy or tell how bad it was. A list, no decisions.
import type { RemedyWords } from './remedy-words.rules.ts'

// prettier-ignore
export const remediesOfSpanish: RemedyWords = {
  remedies: {
    refund: ['reembols*|reintegr*', 'mi dinero de vuelta', 'devolv*|devuelv* ..3 dinero|importe'],
    replacement: ['reemplaz*|sustitu*', 'uno|una|otro|otra nuevo|nueva', 'cambiar*|cambien|cambio'],
    repair: ['reparar*|reparen*|reparación|repárenla|repárenlo|arregl*', 'técnico'],
    apology: ['disculp*', 'pidan|pedir|pida perdón'],
    explanation: ['explic*|expliqu*', 'saber|entender por qué', 'motivo|razón de'],
    compensation: ['indemniza*|compensa*', 'daños y perjuicios'],
    cancel: ['cancel*|rescind*|anul*', 'darme|dar|baja de baja', 'cierren|cerrar mi cuenta'],
    action: ['sancion*|despid*|despedir*', 'hablen|hablar con ..2 empleado|empleada|conductor'],
  },
  denials: ['no|sin|ningún'],
  weights: {
    1: ['no|nada|nunca ..2 funciona|llegó|arranca|puedo entrar|enciende', 'no|nada|nunca funciona|llegó', 'roto|rota|averiado|averiada|avería|defectuoso|dañado|pedazos', 'retraso', 'esperar ..2 horas|días|semanas', 'equivocado|equivocada', 'falta|faltan', 'no hay agua|luz|internet'],
    2: ['euros|euro|eur', 'cobraron|cobrado ..2 dos|doble|más', 'perdí|perdido|pérdidas|pérdida', 'arruinó|destruyó|inundó', 'puedo pagar', 'alquiler'],
    3: ['fuego|llamas|incendió|incendio|explotó|explosión|humo|quemó', 'gas|monóxido', 'descarga eléctrica', 'hospital|ambulancia|urgencias|herido|herida|sangra', 'se cortó|quemó', 'alérgico|alérgica|intoxic*', 'amenazó|atacó|agredió'],
  },
}
