import { currentOpenid } from './session.h5'

/** The preview has several people on one machine: what one of them keeps is not the other's. */
export const owned = (key: string): string => `${currentOpenid()}.${key}`
