// The story in the pictures: four days at Halden Home, twelve people who wrote, three who work there. Nobody in it exists.
import { type Doors, openDoors, type Said } from './doors.ts'
import { eventually, openStage, type Session, type Stage } from './stage.ts'

export interface Story {
  readonly stage: Stage
  /** Who looks at the desk, and the case to look at. */
  readonly looking: Session
  readonly caseId: string
  readonly matter: string
}

const nora = 'Nora Lindgren'
const mateus = 'Mateus Alves'
const hanna = 'Hanna Brandt'
/** When the pictures are taken. */
export const lastMoment = '2026-03-03 10:42'

interface Told {
  readonly doors: Doors
  /** Everybody's session of the day that is told. */
  readonly today: Record<string, Session>
  readonly stage: Stage
}

/** Plays four days through the doors of the desk; they end on Tuesday 3 March 2026 at 10:42 in Berlin. */
export async function playStory(): Promise<Story> {
  const stage = await openStage('2026-02-26 08:30', nora)
  try {
    const today: Record<string, Session> = { [nora]: stage.founding }
    await stage.invite(stage.founding, mateus, 'handler')
    await stage.invite(stage.founding, hanna, 'lead')
    const doors = await openDoors(stage, stage.founding, () => sessionOf(today, nora))
    const told = { stage, doors, today }
    const caseId = await lastWeek(told)
    await monday(told, caseId)
    await tuesday(told, caseId)
    return { stage, looking: sessionOf(today, nora), caseId, matter: says.pot.subject }
  } catch (error) {
    await stage.close()
    throw error
  }
}

async function lastWeek(told: Told): Promise<string> {
  const { stage, doors } = told
  await morning(told, '2026-02-26 09:00')
  await stage.moveTo('2026-02-26 14:10')
  const bowl = await doors.byApi(says.bowl)
  await stage.moveTo('2026-02-26 15:25')
  const glasses = await doors.byForm(says.glasses)
  await morning(told, '2026-02-27 09:00')
  await stage.moveTo('2026-02-27 09:20')
  await take(told, nora, bowl)
  await answer(told, nora, bowl, letters.bowl)
  await stage.moveTo('2026-02-27 10:15')
  const pot = await doors.byMail(says.pot)
  await take(told, nora, pot)
  await stage.moveTo('2026-02-27 11:20')
  await answer(told, nora, pot, letters.pot)
  await promise(told, nora, pot, 'The new pot leaves our warehouse', '2026-03-03T16:00:00+01:00')
  await stage.moveTo('2026-02-27 13:40')
  await take(told, hanna, glasses)
  await answer(told, hanna, glasses, letters.glasses)
  return pot
}

async function monday(told: Told, pot: string): Promise<void> {
  const { stage, doors } = told
  await morning(told, '2026-03-02 09:00')
  await stage.moveTo('2026-03-02 09:20')
  const oven = await doors.byForm(says.oven)
  await take(told, nora, oven)
  await stage.moveTo('2026-03-02 10:05')
  const table = await doors.byForm(says.table)
  await take(told, nora, table)
  await stage.moveTo('2026-03-02 10:30')
  await answer(told, nora, table, letters.table)
  await work(told, nora, table, 'wait', {
    ...{ for: 'customer', reason: 'Photographs of the legs and the screws' },
    until: '2026-03-05T09:00:00.000Z',
  })
  await stage.moveTo('2026-03-02 11:00')
  await answer(told, nora, oven, letters.oven)
  await promise(told, nora, oven, 'Call with a date for the electrician', '2026-03-03T10:00:00+01:00')
  await stage.moveTo('2026-03-02 11:50')
  const hob = await doors.byApi(says.hob)
  await stage.moveTo('2026-03-02 14:30')
  const knife = await doors.byMail(says.knife)
  await take(told, mateus, knife)
  await stage.moveTo('2026-03-02 15:30')
  const fee = await doors.byMail(says.fee)
  await take(told, nora, fee)
  await take(told, nora, hob)
  await stage.moveTo('2026-03-02 18:40')
  await doors.reply(pot, says.potAgain)
}

async function tuesday(told: Told, pot: string): Promise<void> {
  const { stage, doors } = told
  await morning(told, '2026-03-03 08:55')
  await doors.byMail(says.rain)
  await stage.moveTo('2026-03-03 09:05')
  const seals = await doors.byApi(says.seals)
  await take(told, mateus, seals)
  await stage.moveTo('2026-03-03 09:35')
  await doors.byForm(says.grinder)
  await stage.moveTo('2026-03-03 10:20')
  await doors.byMail(says.hours)
  await stage.moveTo('2026-03-03 10:38')
  await stage.ask(sessionOf(told.today, nora), 'PUT', `/api/cases/${pot}/draft`, { text: letters.potDraft })
  await stage.moveTo(lastMoment)
}

/** A new day: everybody signs in. */
async function morning({ stage, today }: Told, at: string): Promise<void> {
  await stage.moveTo(at)
  for (const name of [nora, mateus, hanna]) today[name] = await stage.signIn(name)
}

function sessionOf(today: Readonly<Record<string, Session>>, name: string): Session {
  const session = today[name]
  if (!session) throw new Error(`${name} is not signed in.`)
  return session
}

interface CaseNow {
  readonly version: number
  readonly firstAnsweredAt: string | null
}

async function work({ stage, today }: Told, name: string, caseId: string, command: string, body = {}): Promise<void> {
  const who = sessionOf(today, name)
  const { version } = await stage.ask<CaseNow>(who, 'GET', `/api/cases/${caseId}`)
  await stage.ask(who, 'POST', `/api/cases/${caseId}/${command}`, { version, ...body })
}

const take = (told: Told, name: string, caseId: string): Promise<void> => work(told, name, caseId, 'take')

/** Writes to the customer and waits until the letter has left and counts. */
async function answer(told: Told, name: string, caseId: string, text: string): Promise<void> {
  await work(told, name, caseId, 'answer', { text, final: false, finding: null, fileIds: [] })
  await eventually('an answer on its way', async () => {
    const now = await told.stage.ask<CaseNow>(sessionOf(told.today, name), 'GET', `/api/cases/${caseId}`)
    return now.firstAnsweredAt === null ? null : true
  })
}

async function promise(
  { stage, today }: Told,
  name: string,
  caseId: string,
  about: string,
  due: string,
): Promise<void> {
  const dueAt = new Date(due).toISOString()
  await stage.ask(sessionOf(today, name), 'POST', `/api/cases/${caseId}/promises`, { about, dueAt })
}

const letters = {
  bowl: 'Dear Yusuf,\n\na bowl that cracks after two months of bread dough is not what you paid for, and I am sorry. I have asked our workshop whether the whole batch is affected, and you will hear the result from me with our proposal.\n\nNora',
  glasses:
    'Dear Camille,\n\nthank you for the list. I have passed it to the packers and am checking what can be sent again this week.\n\nHanna',
  pot: 'Dear Beatriz,\n\ntwo chipped pots in a row is our fault, not bad luck, and I am sorry that you had to write twice. Please keep both: you need not send anything back.\n\nA third pot is set aside for you. I will look at it myself before it leaves our warehouse, which it does by Tuesday afternoon.\n\nNora',
  potDraft:
    'Dear Beatriz,\n\nyou are right to ask. The enamel is glass without lead or cadmium, but its edges can be sharp, so please do not cook in a chipped pot until I know more.\n\n',
  oven: 'Dear Tomasz,\n\nan oven that trips the fuse must not stay connected, so please leave it off. Our electrician comes to you, and I will call you with a date by ten tomorrow.\n\nNora',
  table:
    'Dear Chiara,\n\nI am sorry about the evening on the floor. Could you send me two photographs, one of the legs and one of the screws? Then I can tell which bag was packed wrongly.\n\nNora',
} as const

const says = {
  bowl: {
    name: 'Yusuf Demirel',
    subject: 'Mixer bowl cracked after two months',
    text: 'The steel bowl of my mixer has a crack along the rim. I bought it in December and only knead bread in it.',
  },
  glasses: {
    name: 'Camille Fournier',
    subject: 'Four of twelve glasses arrived broken',
    text: 'I ordered twelve glasses for a wedding on the 14th. Four were broken although the box looked fine.',
  },
  pot: {
    name: 'Beatriz Carvalho',
    subject: 'Stock pot came chipped, and so did its replacement',
    text: 'Good morning,\n\nthe red stock pot came with chipped enamel in January. You sent another one without any fuss, thank you for that. But the new one is chipped in the same place, on the rim beside the left handle.\n\nI do not want to play this a third time. What do you suggest?\n\nBeatriz Carvalho',
  },
  potAgain: {
    name: 'Beatriz Carvalho',
    subject: 'Re: Stock pot came chipped, and so did its replacement',
    text: 'Thank you for the quick answer, Nora. One thing worries me still: I had cooked in the second pot before I saw it, and my daughter is two. Can enamel get into the food, and is it dangerous?',
  },
  oven: {
    name: 'Tomasz Wrona',
    subject: 'New oven trips the fuse every evening',
    text: 'Since your people installed the oven on Thursday the fuse goes as soon as it is above 180 degrees. We have had no warm dinner for four days.',
  },
  table: {
    name: 'Chiara Moretti',
    subject: 'Screws of the kitchen table do not fit',
    text: 'Two of the four legs cannot be fixed because the screws are too short. I spent the whole evening on the floor with it.',
  },
  hob: {
    name: 'Leila Farahani',
    subject: 'Hob switches itself off while I cook',
    text: 'The left half of my induction hob goes off after ten minutes and shows E7. The manual does not mention E7.',
  },
  knife: {
    name: 'Rasmus Holm',
    subject: 'Sharpened knife came back with a bent tip',
    text: 'I gave you my good knife for sharpening. It is sharp now, but the tip is bent and there is a scratch on the blade.',
  },
  fee: {
    name: 'Adaeze Obi',
    subject: 'Invoice has the delivery fee you waived',
    text: 'On the phone I was told that delivery is free because of the delay. The invoice says 49 euros for delivery all the same.',
  },
  rain: {
    name: 'Gareth Pryce',
    subject: 'Parcel left in the rain beside the bins',
    text: 'Your driver put the box beside the bins in the yard and I found it soaked. The bread maker inside is wet.',
  },
  seals: {
    name: 'Ines Vogel',
    subject: 'Seals for the two litre jars',
    text: 'Hello, do you have rubber seals for the two litre jars in stock, and how much is a set of six?',
  },
  grinder: {
    name: 'Oskar Nyman',
    subject: 'Coffee grinder stopped in its third week',
    text: 'The grinder hums but does not turn any more. It is three weeks old, and I have taken out the beans and cleaned it as the leaflet says.',
  },
  hours: {
    name: 'Mei Tanaka',
    subject: 'Knife course on a Saturday?',
    text: 'Could you tell me whether the knife course is also held on a Saturday, and are you open before ten?',
  },
} satisfies Record<string, Said>
