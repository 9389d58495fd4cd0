// Made-up customers: names that repeat as real ones do, and one address each, all at one domain nobody has.

const first =
  `Anna Ben Clara David Emma Felix Greta Hugo Ida Jonas Katrin Lukas Maria Noah Olga Paul Rosa Samuel Theo Ulla Viktor Wanda
  Yusuf Zoe Amira Bilal Chloe Diego Elif Fatima Giulia Hassan Ines Jakub Kofi Leila Mehmet Nadia Omar Priya`
    .split(/\s+/)
    .filter((name) => name !== '')
const last =
  `Keller Bauer Schneider Weber Wolf Neumann Schwarz Braun Hartmann Krause Lehmann Maier Huber Kaiser Fuchs Lang Scholz Vogel
  Winter Sommer Jensen Nielsen Hansen Larsen Dubois Laurent Moreau Girard Rossi Russo Ferrari Greco Novak Horvat Kovac Nowak Kowalski
  Wisniewski Garcia Lopez Moreno Ortega Silva Costa Pereira Smith Taylor Walker Hughes Murphy Kelly Byrne Demir Yilmaz Kaya Haddad
  Nasser Okafor Mensah Diallo Nguyen Tran Kim Park Sato Tanaka Singh Sharma Patel Ivanova Petrov Sokolov Lindqvist Berg Dahl Virtanen`
    .split(/\s+/)
    .filter((name) => name !== '')

export const mailDomain = 'customers.test'

export interface Person {
  readonly name: string
  readonly address: string
}

/** The person of a number: the same one every time. */
export function personOf(number: number): Person {
  const given = first[(number * 7) % first.length] ?? ''
  // Few family names are frequent, many are rare: the square bends an even spread.
  const spread = ((number * 2_654_435_761) % 4_294_967_296) / 4_294_967_296
  const family = last[Math.floor(spread * spread * last.length)] ?? ''
  return { name: `${given} ${family}`, address: `${given}.${family}.${String(number)}@${mailDomain}`.toLowerCase() }
}
