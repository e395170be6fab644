/** WeChat keeps the storage of each of its users apart. */
export const owned = (key: string): string => key
