// Languages of short complaints: the labelled sentences of the cues, sentences written for this test, and languages we do not read.
import { existsSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readCsv } from '../../../../tests/setup/read-csv.ts'
import { cueLanguages } from '../cues/cues.rules.ts'
import { labelledSentences } from '../cues/labelled-cues.ts'
import { languageOf } from './language.rules.ts'
import type { Language } from './language.rules.ts'

const shared = process.env['AMENDS_SHARED'] ?? '../shared'

/** From this length on a language can be asked to be known; below it, abstaining is no fault. */
const longEnough = 40

test.for(cueLanguages)(
  '%s: of sentences of 40 signs and more at least 97 in 100 are known, and none shorter is mistaken often',
  (language) => {
    const sentences = [...labelledSentences(language, 'labelled'), ...labelledSentences(language, 'held-out')]
    const guesses = sentences.map(({ sentence }) => ({ sentence, guess: languageOf(sentence).language }))
    const long = guesses.filter(({ sentence }) => sentence.length >= longEnough)
    expect(long.length).toBeGreaterThan(200)
    expect(long.filter(({ guess }) => guess === language).length / long.length).toBeGreaterThanOrEqual(0.97)
    const mistaken = guesses.filter(({ guess }) => guess !== language && guess !== 'unknown')
    expect(mistaken.length / guesses.length).toBeLessThanOrEqual(0.01)
  },
)

// Written as telegrams are, almost without the small words that tell a language; no list has been changed for them.
const fresh: Readonly<Record<Language, readonly string[]>> = {
  en: [
    'My suitcase turned up three days later with a broken lock.',
    'Could somebody explain this surcharge on my hotel invoice?',
    'Kindly cancel both magazine subscriptions immediately.',
    'Wrong colour, wrong size, and nobody answers emails.',
    'Your courier tossed our parcel over a garden fence.',
    'Unbelievable how rude your cashier was towards my wife.',
    'Please refund the deposit, we moved out in March.',
    'Delivery promised Monday, delivered Thursday, frozen goods thawed.',
  ],
  de: [
    'Mein Koffer kam drei Tage später mit kaputtem Schloss an.',
    'Könnte mir jemand diesen Aufschlag auf der Hotelrechnung erklären?',
    'Bitte kündigen Sie beide Zeitschriftenabos sofort.',
    'Falsche Farbe, falsche Größe, und keiner beantwortet Mails.',
    'Ihr Kurier warf unser Paket einfach über den Gartenzaun.',
    'Unglaublich, wie unfreundlich Ihre Kassiererin zu meiner Frau war.',
    'Bitte erstatten Sie die Kaution, wir sind im März ausgezogen.',
    'Lieferung Montag versprochen, Donnerstag gekommen, Tiefkühlware aufgetaut.',
  ],
  fr: [
    'Ma valise est arrivée trois jours plus tard, serrure cassée.',
    "Quelqu'un pourrait-il expliquer ce supplément sur la note d'hôtel ?",
    'Merci de résilier immédiatement les deux abonnements.',
    'Mauvaise couleur, mauvaise taille, et aucune réponse aux courriels.',
    'Votre coursier a jeté notre paquet par-dessus la clôture.',
    'Incroyable comme votre caissière était impolie envers ma femme.',
    'Veuillez rembourser la caution, nous sommes partis en mars.',
    'Livraison promise lundi, livrée jeudi, surgelés décongelés.',
  ],
  es: [
    'Mi maleta apareció tres días después con la cerradura rota.',
    '¿Podría alguien explicarme este recargo en la factura del hotel?',
    'Cancelen inmediatamente ambas suscripciones, por favor.',
    'Color equivocado, talla equivocada, y nadie contesta correos.',
    'Su mensajero lanzó nuestro paquete por encima de la valla.',
    'Increíble lo grosera que fue su cajera con mi mujer.',
    'Devuelvan la fianza, nos mudamos en marzo.',
    'Entrega prometida el lunes, llegó el jueves, congelados derretidos.',
  ],
  it: [
    'La mia valigia è arrivata tre giorni dopo con la serratura rotta.',
    "Qualcuno potrebbe spiegarmi questo supplemento sul conto dell'albergo?",
    'Vi prego di disdire subito entrambi gli abbonamenti.',
    'Colore sbagliato, taglia sbagliata, e nessuno risponde alle mail.',
    'Il vostro corriere ha lanciato il pacco oltre la recinzione.',
    'Incredibile quanto sia stata scortese la cassiera con mia moglie.',
    'Rimborsate la cauzione, siamo andati via a marzo.',
    'Consegna promessa lunedì, arrivata giovedì, surgelati sciolti.',
  ],
}

test('of forty sentences with hardly a small word at least 37 are known, and none is mistaken', () => {
  const guesses = cueLanguages.flatMap((language) =>
    fresh[language].map((sentence) => ({ language, sentence, guess: languageOf(sentence).language })),
  )
  expect(guesses.every(({ sentence }) => sentence.length >= longEnough)).toBe(true)
  expect(guesses.filter(({ language, guess }) => language === guess).length).toBeGreaterThanOrEqual(37)
  expect(guesses.filter(({ language, guess }) => language !== guess && guess !== 'unknown')).toEqual([])
})

test.for([
  'Mijn pakket is nog steeds niet aangekomen en niemand neemt de telefoon op.',
  'A minha encomenda ainda não chegou e ninguém atende o telefone.',
  'Mitt paket har fortfarande inte kommit och ingen svarar i telefon.',
  'Moja paczka jeszcze nie dotarła i nikt nie odbiera telefonu.',
  'Siparişim hâlâ gelmedi ve telefona kimse cevap vermiyor.',
  'Моя посылка всё ещё не пришла, и никто не берёт трубку.',
  '我的包裹还没有到,也没有人接电话。',
])('“%s” is in none of the five', (text) => {
  expect(['other', 'unknown']).toContain(languageOf(text).language)
})

test.for(['', '...', '4711', 'ok', 'XB-200 48-1123', '!!!'])('“%s” says nothing of its language', (text) => {
  expect(languageOf(text).language).toBe('unknown')
})

test('the words that decided stand in the text', () => {
  expect(languageOf('I have been waiting for the refund since March.').words).toEqual(
    expect.arrayContaining(['i', 'have', 'for', 'the', 'since']),
  )
})

test('whatever comes in, there is an answer with a probability from 0 to 1', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 600 }), (text) => {
      const { probability, words } = languageOf(text)
      expect(probability).toBeGreaterThanOrEqual(0)
      expect(probability).toBeLessThanOrEqual(1)
      expect(words.length).toBeLessThanOrEqual(20)
    }),
  )
})

const airline = `${shared}/data/text/airline_train.csv`
describe.skipIf(!existsSync(airline))('what people really wrote (needs the data in $AMENDS_SHARED)', () => {
  test('97 of 100 messages of 40 signs and more to airlines are known to be English', () => {
    const [head = [], ...rows] = readCsv(readFileSync(airline, 'utf8').replace(/\r?\n/g, '\r\n'))
    const texts = rows.map((row) => row[head.indexOf('text')] ?? '').filter((text) => text.length >= longEnough)
    const english = texts.filter((text) => languageOf(text).language === 'en')
    expect(texts.length).toBeGreaterThan(9_000)
    expect(english.length / texts.length).toBeGreaterThanOrEqual(0.97)
  })
})
