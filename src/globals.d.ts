/// <reference types="@tarojs/taro" />
declare module '*.png'
declare module '*.scss'

declare namespace NodeJS {
  interface ProcessEnv {
    /** Which build this is; replaced by a constant at compile time. */
    TARO_ENV: 'weapp' | 'h5'
    NODE_ENV: 'development' | 'production'
  }
}
declare const process: { env: NodeJS.ProcessEnv }
/** Whether this build may ask for the position (config/index.ts). */
declare const LOCATION_ENABLED: boolean
/** The cloud environment of this build (config/index.ts). */
declare const CLOUD_ENV: string
