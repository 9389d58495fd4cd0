// The five languages of the customers, how many speak each, and how each writes money.

export const languages = ['en', 'de', 'fr', 'es', 'it'] as const
export type Language = (typeof languages)[number]

export const share: Readonly<Record<Language, number>> = { en: 0.2, de: 0.38, fr: 0.16, es: 0.13, it: 0.13 }

export function moneyIn(language: Language, amount: string): string {
  return language === 'en' ? `€${amount}` : `${amount.replace('.', ',')} €`
}
