// English turns that ask for facts and tell them. A list, no decisions.
import type { FactWords } from './fact-words.rules.ts'

// prettier-ignore
export const factsOfEnglish: FactWords = {
  asks: ['could|can|would|will you ..3 send|tell|give|provide|share|confirm|let|forward|attach|describe|explain|say|supply|upload|email|quote|state|check|specify|include|remind|show|read|text|pass|mind|be|dm|message', 'please ..3 send|tell|give|provide|share|confirm|let|forward|attach|describe|explain|supply|upload|email|quote|state|specify|include|reply|show|mention|fill|write|note|dm|message', 'what|which ..4 is|was|are|were|s', 'dm|message us|me', 'what happens|happened', 'when|where|how did|was|were|do|does|is', 'which ..3 did|do|have|is', 'what did|has|have|happened|went', 'do|did|have you ..3 have|still|try|tried|called|restarted|already', 'we|i ..2 need|require|ask|want', 'we d|would ..2 like|need', 'may|might|could|can i|we ..2 have|ask|get|see', 'how much|many', 'let us|me ..1 know', 'send us|me', 'tell us|me', 'grateful|helpful|appreciate ..4 if|send|could'],
  spares: ['no need|longer', 'not|t ..1 need', 'already have|got', 'have ..2 already', 'need not', 'not ..1 necessary'],
  nouns: {
    'order-number': ['order|purchase|booking|confirmation|reservation number|no|reference|id|code|numbers', 'number ..3 order|purchase|booking', 'reference number'],
    'invoice-number': ['invoice number|no|reference', 'number ..3 invoice|bill', 'receipt number'],
    'tracking-number': ['tracking|parcel|shipment|consignment number|code|no|id'],
    'customer-number': ['customer|account|client|membership number|no|id|reference'],
    'serial-number': ['serial number|no|numbers', 'imei', 'number ..4 underneath|underside'],
    date: ['date', 'what|which day|date', 'when did|was|were ..6 order*|bought|buy|purchase*|happen*|deliver*|arrive*|start*|visit*|call*', 'when you ..2 bought|ordered|purchased|visited|called|noticed'],
    amount: ['amount', 'how much ..4 pay|paid|charged|cost', 'price ..2 paid', 'what ..2 charged', 'what you paid', 'sum'],
    product: ['model', 'product', 'which|what item|article|device|appliance|version|phone', 'version|versions', 'item number|name', 'make and'],
    photo: ['photo*', 'picture|pictures|image|images|screenshot|screenshots|scan|snapshot|video'],
    address: ['address', 'where do|should ..3 live|send|deliver', 'postcode|zip'],
    phone: ['phone|telephone|mobile|contact|callback number', 'number ..4 reach|call|ring', 'phone'],
    tried: ['tried|try', 'already ..3 done|taken', 'steps ..3 taken|far', 'restarted|rebooted', 'attempted'],
    happened: ['what ..2 happened|happens|wrong', 'describe', 'more info|information', 'going on', 'more ..2 about ..3 problem|fault|issue|happened', 'details|description', 'what|how ..3 fault|problem|issue|broke|occur*', 'explain'],
  },
  labels: {
    'order-number': ['order', 'purchase|booking|confirmation|reservation', 'reference|ref'],
    'invoice-number': ['invoice|bill|receipt'],
    'tracking-number': ['tracking|parcel|shipment|consignment'],
    'customer-number': ['customer|account|client|membership|member'],
    'serial-number': ['serial|imei', 's n'],
    phone: ['phone|telephone|mobile|cell|tel', 'call|ring|reach ..2 me ..1 on|at', 'my number'],
  },
  told: {
    product: ['bought|ordered|purchased|received|returned|own ..1 a|an|the|your|my|two|this', 'model', 'my ..2 washing|kettle|toaster|laptop|phone|fridge|oven|router|bike|sofa|printer|vacuum|dishwasher|dryer|camera|headphones|tablet|watch|lamp|heater|mattress'],
    photo: ['attached|enclosed|attaching|attach|here|see|sending|sent|added|uploaded ..4 photo*|picture*|image*|screenshot*|scan|video', 'photo*|picture*|image*|screenshot* ..4 attached|enclosed|below|uploaded'],
    address: ['my|our ..2 address ..1 is', 'i|we live ..1 at|in', 'deliver* ..2 to ..2 street|road|avenue'],
    tried: ['i|we|have|ve ..3 restarted|rebooted|reset|tried|called|phoned|rang|emailed|written|wrote|contacted|replaced|reinstalled|unplugged|cleaned|checked|updated|visited|asked|spoke|spoken|chased', 'turned ..3 off and on'],
    happened: ['stopped|stops|refuses|refused ..2 working|work|start|charging', 'broke|broken|cracked|leaking|leaks|leaked|torn|damaged|faulty|defective|dead|smashed|scratched|burst|ripped|bent|snapped', 'never|not|t ..3 arrive*|turn|work|working|come|came|deliver*|switch|start|charge|open|fit', 'wrong size|colour|color|item|product|one', 'missing', 'charged ..2 twice|double', 'late', 'rude'],
  },
}
