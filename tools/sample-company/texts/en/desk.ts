// English: how the desk greets, waits, makes good and says goodbye.
import type { DeskManners } from '../shape.ts'

export const desk: DeskManners = {
  received: [
    'Dear {customer},\n\nyour letter has arrived and is with {handler}, who answers for it until it is settled. You hear from a person by {due} at the latest.\n\nHalden Home',
    'Hello {customer},\n\nwe have your message, thank you for telling us. {handler} is looking after it and writes to you by {due}.\n\nHalden Home',
  ],
  greeting: ['Dear {title} {last},', 'Hello {first},', 'Dear {name},', 'Good morning {title} {last},'],
  opening: [
    'thank you for telling us, and I am sorry.',
    'I am {handler} and I look after this until it is settled.',
    '[What a nuisance.|That is not what you ordered from us for.] I am sorry.',
    'I am glad you wrote instead of just going away.',
  ],
  preciseOpening: [
    'I have read your letter [twice|carefully]; you are right to be annoyed.',
    'thank you for telling us so clearly, and I am sorry.',
    'thank you for the [exact description|details], that saved us a day.',
  ],
  ownOpening: ['this is our fault, and I want to put it right at once.'],
  plainOpening: 'thank you for [writing|your letter].',
  lateOpening: [
    'You had to wait far too long for this answer, I apologise for that first of all.',
    'my answer comes late, and I have no good excuse.',
    'you should have heard from me days ago. I am sorry.',
  ],
  takenOver: [
    'my colleague has handed your letter to me with everything you wrote, so you need not tell it again.',
    'I have taken this over from my colleague and know what you have told us.',
  ],
  holding: [
    'I have [asked|just written to] {party}, and [they have to answer me by tomorrow|I am waiting for their word]. I write to you again by {due}, whatever they say.',
    'To tell you something true and not just something, I need [an answer from|one day with] {party}. You hear from me by {due}.',
  ],
  afterReply: [
    'Thank you, that was what I needed.',
    'that helps, thank you for looking.',
    'thank you for the quick reply.',
  ],
  afterAsking: ['here is what came of it:', 'as promised, I am writing to you again:', 'I have an answer now:'],
  noReply: [
    'I have not heard from you about my question, so I decided without it, in your favour.',
    'as I do not want to keep you waiting over my question, I have gone ahead.',
  ],
  secondOpening: [
    'I am sorry that you have to write again:',
    'Thank you for not giving up on us.',
    'this is embarrassing,',
  ],
  gesture: [
    'With the next order you pay no delivery, that is noted with your name.',
    'I have put a packet of coffee in, for the trouble.',
    'I have taken five euros off, because your time is worth something too.',
  ],
  invitation: [
    'If anything is not as I say, just answer this letter, it comes to me.',
    'Tell me, please, whether it went as promised.',
    'If it does not suit you, say so and we find something else.',
    'You reach me directly by answering.',
  ],
  end: [
    'Kind regards\n{handler}\nHalden Home',
    'With best wishes\n{handler}',
    'Yours\n{handler}, Halden Home',
    'Kind regards,\n{handler}',
  ],
  glad: [
    'I am glad to read that it is settled. Then I leave it at that; if something else turns up, just answer this letter.',
    'good to hear, thank you for writing. I consider it done, unless you tell me otherwise.',
  ],
  stay: [
    'I have had a second pair of eyes look at it, as you wished: my colleague knew nothing of my view and came to the same one. So it stays with what I wrote. I know that this is not the answer you hoped for.',
    'I went through everything again, from the beginning to your last letter. I find nothing that changes it, and I do not want to raise hopes that I cannot keep.',
  ],
  reasons: [
    'Two people have examined your complaint independently of each other. What was delivered and charged is what had been agreed. Beyond your right to return goods within fourteen days there is therefore no claim that we can grant.',
  ],
  recourse:
    'If you see it differently, you can turn to the consumer arbitration service of your country; it costs you nothing and we take part. You can also ask for a review by our head of service by answering this letter.',
  party: {
    carrier: 'the carrier',
    payments: 'our payment provider',
    warehouse: 'the warehouse',
    workshop: 'the workshop',
  },
}
