/** A photo of a form: `url` shows it on this phone (it may be gone after a restart), `fileId` says it is stored. */
export interface FormPhoto {
  key: string
  url: string
  fileId?: string
}
