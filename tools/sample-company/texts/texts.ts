// Every language with all it has to say.
import type { Language } from '../language.ts'
import { desk as deDesk } from './de/desk.ts'
import { goods as deGoods } from './de/goods.ts'
import { manners as deManners } from './de/manners.ts'
import { requests as deRequests } from './de/requests.ts'
import { service as deService } from './de/service.ts'
import { desk as enDesk } from './en/desk.ts'
import { goods as enGoods } from './en/goods.ts'
import { manners as enManners } from './en/manners.ts'
import { requests as enRequests } from './en/requests.ts'
import { service as enService } from './en/service.ts'
import { desk as esDesk } from './es/desk.ts'
import { goods as esGoods } from './es/goods.ts'
import { manners as esManners } from './es/manners.ts'
import { requests as esRequests } from './es/requests.ts'
import { service as esService } from './es/service.ts'
import { desk as frDesk } from './fr/desk.ts'
import { goods as frGoods } from './fr/goods.ts'
import { manners as frManners } from './fr/manners.ts'
import { requests as frRequests } from './fr/requests.ts'
import { service as frService } from './fr/service.ts'
import { desk as itDesk } from './it/desk.ts'
import { goods as itGoods } from './it/goods.ts'
import { manners as itManners } from './it/manners.ts'
import { requests as itRequests } from './it/requests.ts'
import { service as itService } from './it/service.ts'
import type { Texts } from './shape.ts'

export const texts: Readonly<Record<Language, Texts>> = {
  en: { causes: { ...enGoods, ...enService }, requests: enRequests, manners: enManners, desk: enDesk },
  de: { causes: { ...deGoods, ...deService }, requests: deRequests, manners: deManners, desk: deDesk },
  fr: { causes: { ...frGoods, ...frService }, requests: frRequests, manners: frManners, desk: frDesk },
  es: { causes: { ...esGoods, ...esService }, requests: esRequests, manners: esManners, desk: esDesk },
  it: { causes: { ...itGoods, ...itService }, requests: itRequests, manners: itManners, desk: itDesk },
}
