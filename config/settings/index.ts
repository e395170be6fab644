import { towns, type Town } from './towns'

/**
 * What one deployment decides for itself. Nothing here is secret: it is compiled into the mini-program and the
 * functions. Secrets (keys, the first administrator's code) are environment variables of the functions.
 */
export interface Settings {
  /** Name of the district, as citizens read it. */
  district: string
  /** Name of the platform, as the title bars show it. */
  platformName: string
  /** WeChat appid and cloud environment; the environment variables APPID and CLOUD_ENV override them at build time. */
  appid: string
  cloudEnv: string
  /** Numbers to call, shown where somebody may need them. `when` is the sentence beside the number. */
  phones: {
    emergency: ReadonlyArray<{ number: string; name: string; when: string }>
    office: { number: string; name: string; when: string }
  }
  towns: readonly Town[]
  /** Categories of a message. The `id` is stored in messages: never reuse one. */
  categories: ReadonlyArray<{ id: string; name: string }>
  /** Calendar days, counted from the moment a state is entered. */
  deadlines: {
    moderateDays: number
    replyDays: number
    unitDays: number
    /** An answered message nobody judges is closed, without a verdict, after so many days. */
    verdictDays: number
  }
  /** How far in time one like lifts a message in the "hottest" list, in milliseconds. */
  likeWeightMs: number
  /** The most messages one person may send in an hour. */
  messagesPerHour: number
  /** Days an invitation code stays valid. */
  inviteDays: number
  /** Version of the privacy notice; a new one asks everybody for consent again before their next post. */
  privacyVersion: string
  /** Whether this build may ask for the position. WeChat grants it by category, so it is off until granted. */
  location: boolean
}

export const settings: Settings = {
  district: '武进区',
  platformName: '云上人大',
  appid: 'touristappid',
  cloudEnv: 'yunshang-local',
  phones: {
    emergency: [
      { number: '110', name: '报警', when: '人身、财产正受侵害' },
      { number: '120', name: '急救', when: '有人受伤或急病' },
      { number: '12345', name: '政务热线', when: '停水停电等急事' },
    ],
    office: { number: '0519-12345', name: '政务服务便民热线', when: '遇到问题，可以打电话' },
  },
  towns,
  categories: [
    { id: 'traffic', name: '道路交通' },
    { id: 'sanitation', name: '环境卫生' },
    { id: 'education', name: '教育' },
    { id: 'health', name: '医疗' },
    { id: 'community', name: '社区物业' },
    { id: 'elderly', name: '养老' },
    { id: 'farming', name: '农业农村' },
    { id: 'business', name: '企业服务' },
    { id: 'other', name: '其他' },
  ],
  deadlines: { moderateDays: 1, replyDays: 7, unitDays: 15, verdictDays: 30 },
  likeWeightMs: 6 * 60 * 60 * 1000,
  messagesPerHour: 5,
  inviteDays: 30,
  privacyVersion: '2026-11-01',
  location: false,
}

export type { Town }
