import type { MessageAbilities, MessageCard, MessagePage, PhotoView, Speaker, TimelineEntry, TimelineType } from '#contract/views'
import { settings } from '#settings'
import { DAY_MS } from '../kernel/clock'
import { dueAtMsOf, isPublic, statusOf } from './keys'
import type { Entry, MessageRecord } from './record'
import type { Relation } from './rules'
import { objection, type Act } from './workflow'

/** Who looks, and what was fetched for them. */
export interface Viewer {
  relations: readonly Relation[]
  /** The official record of the viewer. */
  recordId?: string
  liked: boolean
  /** Temporary URLs by file id; a photo without one is left out. */
  urls: ReadonlyMap<string, string>
}

export type CardRecord = Omit<MessageRecord, 'timeline'>

const is = (viewer: Pick<Viewer, 'relations'>, ...relations: Relation[]): boolean => relations.some((relation) => viewer.relations.includes(relation))

/** A list allows what is written here to leave, and nothing else. */
export function presentCard(message: CardRecord, viewer: { isAuthor: boolean; liked: boolean }): MessageCard {
  const { _id, kind, category, town, visibility, text, photos, authorName, likes, createdAtMs, reopened, deputy, unit } = message
  return {
    id: _id,
    kind,
    category,
    town,
    visibility,
    status: statusOf(message),
    excerpt: [...text].slice(0, 100).join(''),
    photoCount: photos.length,
    authorName,
    likes,
    liked: viewer.liked,
    createdAtMs,
    dueAtMs: dueAtMsOf(message),
    unread: viewer.isAuthor && message.authorUnread,
    reopened,
    deputyName: deputy?.name,
    unitName: unit?.name,
  }
}

/** Staff speak as the office, and so does the timer: no name, and no difference between their roles. */
const speaker = ({ by }: Entry): Speaker =>
  by.role === 'staff' || by.role === 'admin' ? { role: 'staff' } : { role: by.role, name: by.name, level: by.level }

/** What concerns only the author and those who work on it: how the text was moderated, and who passed it on. */
const inward: ReadonlySet<TimelineType> = new Set(['edited', 'rejected', 'changesAsked', 'hidden', 'unhidden', 'withdrawn', 'wordApproved', 'wordRejected', 'declined'])
const moderating: ReadonlySet<TimelineType> = new Set(['rejected', 'changesAsked', 'hidden', 'wordRejected'])

function maySeeEntry({ type }: Entry, viewer: Viewer): boolean {
  if (!inward.has(type)) return true
  return type === 'declined' ? viewer.relations.length > 0 : is(viewer, 'author', 'office')
}

/** The state of a verdict's word: pending until an entry about it decides. */
function wordStateOf(message: MessageRecord, judged: Entry): 'pending' | 'approved' | 'rejected' {
  const decision = message.timeline.find(({ type, about }) => about === judged.id && (type === 'wordApproved' || type === 'wordRejected'))
  return decision === undefined ? 'pending' : decision.type === 'wordApproved' ? 'approved' : 'rejected'
}

function presentText(message: MessageRecord, entry: Entry, viewer: Viewer): Partial<TimelineEntry> {
  const { type, text, id } = entry
  if (type === 'judged') {
    if (text === undefined) return {}
    const wordState = wordStateOf(message, entry)
    if (is(viewer, 'author', 'office')) return { text, wordState }
    return wordState === 'approved' ? { text } : {}
  }
  if (type === 'answered') {
    const corrections = message.timeline.filter((other) => other.type === 'corrected' && other.about === id)
    const last = corrections[corrections.length - 1]
    return last === undefined ? { text } : { text: last.text, correctedAtMs: last.atMs, originalText: text }
  }
  if (moderating.has(type)) return is(viewer, 'author', 'office') ? { text } : {}
  // Why a deputy gave it back, and what was noted for a unit, is talk among those who work on it.
  if (type === 'declined' || type === 'forwarded') return is(viewer, 'office', 'deputy', 'unit') ? { text } : {}
  return { text }
}

function presentEntry(message: MessageRecord, entry: Entry, viewer: Viewer): TimelineEntry {
  const { id, type, atMs, photos, to, reasons, result, stars, about } = entry
  const days = type === 'assigned' ? settings.deadlines.replyDays : type === 'forwarded' ? settings.deadlines.unitDays : undefined
  return {
    id,
    type,
    atMs,
    by: speaker(entry),
    ...presentText(message, entry, viewer),
    photos: photos && presentPhotos(photos, viewer, false),
    toName: to?.name,
    reasons: is(viewer, 'office', 'deputy') ? reasons : undefined,
    dueAtMs: days === undefined ? undefined : atMs + days * DAY_MS,
    result,
    stars,
    corrects: type === 'corrected' ? about : undefined,
  }
}

const presentPhotos = (fileIds: readonly string[], { urls }: Viewer, mayChange: boolean): PhotoView[] =>
  fileIds.flatMap((id) => {
    const url = urls.get(id)
    return url === undefined ? [] : [mayChange ? { url, id } : { url }]
  })

/** About 1 km: a home cannot be told from it. */
const blurred = ({ lat, lon }: { lat: number; lon: number }) => ({ lat: Math.round(lat * 100) / 100, lon: Math.round(lon * 100) / 100 })

function presentPlace({ place }: MessageRecord, exact: boolean): MessagePage['place'] {
  if (place === undefined) return undefined
  const { name, point } = place
  return { name, point: point && (exact ? { lat: point.lat, lon: point.lon } : blurred(point)) }
}

/** From the very table that decides: a button is shown exactly when its act would be accepted. */
function abilitiesOf(message: MessageRecord, { relations, recordId }: Viewer): MessageAbilities {
  const may = (type: Act['type']): boolean => objection(message, type, relations, recordId) === undefined
  return {
    like: isPublic(message),
    edit: may('edited'),
    withdraw: may('withdrawn'),
    judge: may('judged'),
    approve: may('approved'),
    reject: may('rejected'),
    askChanges: may('changesAsked'),
    hide: may('hidden'),
    unhide: may('unhidden'),
    decideWord: may('wordApproved'),
    assign: may('assigned'),
    decline: may('declined'),
    remark: may('remarked'),
    forward: may('forwarded'),
    progress: may('progressed'),
    answer: may('answered'),
    correct: may('corrected'),
  }
}

/** The photos whose URLs a viewer's page needs. */
export const photosOf = ({ photos, timeline }: MessageRecord): string[] => [...photos, ...timeline.flatMap((entry) => entry.photos ?? [])]

export function presentPage(message: MessageRecord, viewer: Viewer): MessagePage {
  const isAuthor = is(viewer, 'author')
  const isInside = viewer.relations.length > 0
  const abilities = abilitiesOf(message, viewer)
  const { excerpt: _, ...card } = presentCard(message, { isAuthor, liked: viewer.liked })
  const { version, text, photos, moderation, moderationReason, handling, deputy, unit, verdict } = message
  const wordIsOut = verdict?.wordState === 'approved' || is(viewer, 'author', 'office')
  return {
    ...card,
    version,
    text,
    photos: presentPhotos(photos, viewer, abilities.edit),
    place: presentPlace(message, isInside),
    isAuthor,
    moderation: { state: moderation, reason: is(viewer, 'author', 'office') ? moderationReason : undefined },
    handling: {
      state: handling,
      deputy: deputy && { id: deputy.id, name: deputy.name, level: deputy.level },
      unit: unit && { id: unit.id, name: unit.name },
    },
    verdict: verdict && { result: verdict.result, stars: verdict.stars, word: wordIsOut ? verdict.word : undefined },
    timeline: message.timeline.filter((entry) => maySeeEntry(entry, viewer)).map((entry) => presentEntry(message, entry, viewer)),
    abilities,
  }
}
