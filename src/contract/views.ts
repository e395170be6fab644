import type {
  DeputyLevel,
  HandlingState,
  Kind,
  ModerationState,
  Role,
  StationKind,
  Status,
  VerdictResult,
  Visibility,
} from './vocabulary'

/** What leaves the server. Times are milliseconds since 1970 (UTC); screens show them in Asia/Shanghai. */

/** `id` is the stored file's id and is given only to those who may change the photos; `url` expires, never store it. */
export interface PhotoView {
  url: string
  id?: string
}

export interface MessageCard {
  id: string
  kind: Kind
  /** Ids from the settings. */
  category: string
  town: string
  visibility: Visibility
  status: Status
  /** The first 100 characters of the text. */
  excerpt: string
  photoCount: number
  authorName: string
  likes: number
  /** Whether the caller likes it. */
  liked: boolean
  createdAtMs: number
  /** When the present step should be done; absent when nothing is due. */
  dueAtMs?: number
  /** Something happened that the author has not seen. Always false for others. */
  unread: boolean
  /** Times the author said "not solved" or "partly". */
  reopened: number
  /** Who has it now, for officials' lists and the page. */
  deputyName?: string
  unitName?: string
}

export interface Speaker {
  role: Role
  /** A nickname, or the name of a deputy or unit. Staff speak as the office and have none. */
  name?: string
  level?: DeputyLevel
}

export type TimelineType =
  | 'submitted'
  | 'edited'
  | 'approved'
  | 'rejected'
  | 'changesAsked'
  | 'hidden'
  | 'unhidden'
  | 'withdrawn'
  | 'assigned'
  | 'declined'
  | 'remarked'
  | 'forwarded'
  | 'progressed'
  | 'completed'
  | 'answered'
  | 'corrected'
  | 'judged'
  | 'wordApproved'
  | 'wordRejected'
  | 'lapsed'

export interface TimelineEntry {
  id: string
  type: TimelineType
  atMs: number
  by: Speaker
  /** What was said: a reply, a report, a reason; an answer's is its corrected wording. */
  text?: string
  photos?: PhotoView[]
  /** `assigned`, `forwarded`: who received it. */
  toName?: string
  /** `assigned`: why this deputy, in short sentences. */
  reasons?: string[]
  /** `assigned`, `forwarded`: until when. */
  dueAtMs?: number
  /** `judged`. `text` is the word, absent for others until a person has approved it. */
  result?: VerdictResult
  stars?: number
  /** `answered`: when it was last corrected and what it said first. `corrected`: the entry that it corrects. */
  correctedAtMs?: number
  originalText?: string
  corrects?: string
  /** `judged`, to the author and staff: the word is still waiting for a person, or was refused. */
  wordState?: ModerationState
}

/** What the caller may do now. A screen shows a button by looking here, not by knowing rules. */
export interface MessageAbilities {
  like: boolean
  edit: boolean
  withdraw: boolean
  judge: boolean
  approve: boolean
  reject: boolean
  askChanges: boolean
  hide: boolean
  unhide: boolean
  decideWord: boolean
  assign: boolean
  decline: boolean
  remark: boolean
  forward: boolean
  progress: boolean
  answer: boolean
  correct: boolean
}

export interface MessagePage extends Omit<MessageCard, 'excerpt'> {
  /** Send it back with every decision: a decision made on an older version is refused as `conflict`. */
  version: number
  text: string
  photos: PhotoView[]
  /** `point` in GCJ-02 degrees; for the public rounded to about 1 km. */
  place?: { name?: string; point?: { lat: number; lon: number } }
  isAuthor: boolean
  moderation: { state: ModerationState; reason?: string }
  handling: { state: HandlingState; deputy?: { id: string; name: string; level: DeputyLevel }; unit?: { id: string; name: string } }
  verdict?: { result: VerdictResult; stars: number; word?: string }
  timeline: TimelineEntry[]
  abilities: MessageAbilities
}

export interface Page<T> {
  items: T[]
  /** Absent on the last page. */
  next?: string
}

export interface Proposal {
  deputyId: string
  name: string
  level: DeputyLevel
  town: string
  subjects: string[]
  /** Messages this deputy has open now. */
  load: number
  score: number
  /** Short Chinese sentences, the weightiest first. */
  reasons: string[]
}

export interface MeView {
  role: Role
  /** Whether the notice's present version was agreed to. */
  consented: boolean
  nickname?: string
  /** Such as 138****8000. */
  phoneMasked?: string
  /** Whether they may post: consent, nickname and phone are there. */
  canPost: boolean
  /** The official record they are bound to. */
  record?: { id: string; name: string; kind: 'deputy' | 'unit' | 'staff' }
  /** What waits for this person, by place. Only their own role's boxes are there. */
  badges: { mine: number; moderate?: number; route?: number; tasks?: number }
}

export interface DeputyView {
  id: string
  name: string
  level: DeputyLevel
  town: string
  constituency: string
  subjects: string[]
  bound: boolean
  active: boolean
}
export interface UnitView {
  id: string
  name: string
  subjects: string[]
  bound: boolean
  active: boolean
}
export interface StaffView {
  id: string
  name: string
  role: 'staff' | 'admin'
  bound: boolean
  active: boolean
}
export interface StationView {
  id: string
  kind: StationKind
  name: string
  town: string
  address: string
  phone: string
  /** GCJ-02 degrees. */
  point: { lat: number; lon: number }
  /** Opening hours as people read them. */
  hours: string
}
