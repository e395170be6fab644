const A = 6378245
const EE = 0.00669342162296594323
const rad = (degrees: number) => (degrees / 180) * Math.PI

/**
 * WGS-84 to GCJ-02, the datum of every map in mainland China, by the published approximation (about 1 m).
 * The one place where coordinates are converted: everything stored or shown is GCJ-02.
 */
export function toGcj02(lat: number, lon: number): { lat: number; lon: number } {
  const x = lon - 105
  const y = lat - 35
  const wave = (20 * Math.sin(6 * x * Math.PI) + 20 * Math.sin(2 * x * Math.PI)) * (2 / 3)
  const dLat =
    -100 + 2 * x + 3 * y + 0.2 * y * y + 0.1 * x * y + 0.2 * Math.sqrt(Math.abs(x)) + wave +
    (20 * Math.sin(y * Math.PI) + 40 * Math.sin((y / 3) * Math.PI)) * (2 / 3) +
    (160 * Math.sin((y / 12) * Math.PI) + 320 * Math.sin((y * Math.PI) / 30)) * (2 / 3)
  const dLon =
    300 + x + 2 * y + 0.1 * x * x + 0.1 * x * y + 0.1 * Math.sqrt(Math.abs(x)) + wave +
    (20 * Math.sin(x * Math.PI) + 40 * Math.sin((x / 3) * Math.PI)) * (2 / 3) +
    (150 * Math.sin((x / 12) * Math.PI) + 300 * Math.sin((x / 30) * Math.PI)) * (2 / 3)
  const magic = 1 - EE * Math.sin(rad(lat)) ** 2
  return {
    lat: lat + (dLat * 180) / (((A * (1 - EE)) / (magic * Math.sqrt(magic))) * Math.PI),
    lon: lon + (dLon * 180) / ((A / Math.sqrt(magic)) * Math.cos(rad(lat)) * Math.PI),
  }
}
