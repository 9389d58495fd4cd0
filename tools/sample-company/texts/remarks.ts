// What people add in words when they are asked how they were treated: content, or not.
import type { Language } from '../language.ts'

interface Remarks {
  readonly high: readonly string[]
  readonly low: readonly string[]
}

export const remarks: Readonly<Record<Language, Remarks>> = {
  en: {
    high: [
      'Quick and friendly.',
      'I did not expect it to be this easy.',
      'One person, one answer. Good.',
      'All fine, nothing to add.',
    ],
    low: [
      'I had to tell everything twice.',
      'It took far too long until somebody answered.',
      'Polite, but nothing came of it.',
      'I still do not understand why it happened.',
    ],
  },
  de: {
    high: [
      'Schnell und freundlich.',
      'So unkompliziert hatte ich es nicht erwartet.',
      'Ein Ansprechpartner von Anfang bis Ende.',
      'Alles bestens.',
    ],
    low: [
      'Ich musste alles zweimal erzählen.',
      'Bis zur ersten Antwort hat es viel zu lange gedauert.',
      'Höflich, aber geholfen hat es nicht.',
      'Warum das passiert ist, weiß ich bis heute nicht.',
    ],
  },
  fr: {
    high: [
      'Rapide et aimable.',
      'Je ne pensais pas que ce serait aussi simple.',
      'Une seule personne du début à la fin.',
      'Rien à redire.',
    ],
    low: [
      'J’ai dû tout raconter deux fois.',
      'Il a fallu beaucoup trop de temps pour avoir une réponse.',
      'Polis, mais cela n’a servi à rien.',
      'Je ne sais toujours pas pourquoi c’est arrivé.',
    ],
  },
  es: {
    high: [
      'Rápido y amable.',
      'No esperaba que fuera tan fácil.',
      'La misma persona de principio a fin.',
      'Todo bien.',
    ],
    low: [
      'Tuve que contarlo todo dos veces.',
      'Tardaron demasiado en contestar.',
      'Muy educados, pero no sirvió de nada.',
      'Sigo sin saber por qué pasó.',
    ],
  },
  it: {
    high: [
      'Veloci e gentili.',
      'Non mi aspettavo che fosse così semplice.',
      'Una sola persona dall’inizio alla fine.',
      'Tutto bene.',
    ],
    low: [
      'Ho dovuto raccontare tutto due volte.',
      'Ci è voluto troppo tempo per avere una risposta.',
      'Cortesi, ma non è servito a nulla.',
      'Non so ancora perché sia successo.',
    ],
  },
}
