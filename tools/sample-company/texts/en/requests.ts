// English: plain questions and their answers.
import type { RequestTexts } from '../shape.ts'

export const requests: readonly RequestTexts[] = [
  {
    subject: '[Opening hours|Showroom|Question about your showroom]',
    ask: '[Are you open on Saturdays?|What are the opening hours of your showroom in {month}?] [I would come by from out of town.|I would like to see the Torvik chairs before I buy.]',
    answer:
      'the showroom is open from Tuesday to Saturday, ten to six, in {month} as well. The Torvik stands right at the entrance. If you tell me when you come, somebody has time for you.',
  },
  {
    subject: '[Delivery abroad|Do you ship to Switzerland?|Shipping question]',
    ask: '[Do you ship to Switzerland|Do you deliver to Norway], and how much does it cost for {item}? [It would be for my brother.|There is no hurry.]',
    answer:
      'yes, we deliver there with {item}: 14.90 euros, five to seven working days, customs included. You find it at the till as soon as you choose the country.',
  },
  {
    subject: '[Spare part|Lid for the kettle|In stock?]',
    ask: '[Do you have the lid of the Skarn kettle in stock as a spare part?|Could you tell me whether the whisk of the Kvern mixer is sold separately?] [Mine fell down.|I would take two.]',
    answer:
      'we have it here: 6.50 euros with delivery. Answer with "yes" and I send it to the address of your last order; you get an invoice with it.',
  },
  {
    subject: '[Size of the carpet|Myra in another size|Question]',
    ask: '[Do you have the Myra carpet in a larger size|Do you offer the Myra two by three metres], and when would it be in stock? [It is for a long room.|The small one is lovely.]',
    answer:
      'the Myra in 200 × 300 is being woven just now and is here from {due} on, at 229 euros. I can put one aside for you without any obligation.',
  },
  {
    subject: '[Invoice copy|Invoice for {order}|Bill]',
    ask: '[Could you send me the invoice for order {order} once more, made out to my firm?|Is it possible to order an invoice for {order} in the name of my office? Could you tell me how?]',
    answer:
      'the invoice for order {order} has gone to this address a minute ago, with the name of the firm as you wrote it. Nothing changes in the amount.',
  },
  {
    subject: '[Coffee subscription|A question about coffee|Subscription]',
    ask: '[How much is the coffee subscription for two people, and do you offer it without caffeine?|What does it cost to have the filters every two months? I would like to know before I order.]',
    answer:
      'for two people the bag of 500 g is right, 14.90 euros a month, and there is one without caffeine at the same price. You can pause it at any time, and I help if a button should not do what it says.',
  },
]
