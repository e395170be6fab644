import { toGcj02 } from '../../src/platform/datum'

/** WGS-84 and GCJ-02 of the same places, as published with the coordtransform library and by map services. */
const pairs = [
  { name: 'Beijing', wgs: [39.915, 116.404], gcj: [39.91640428150164, 116.41024449916938] },
] as const

test.each(pairs)('$name lies on the map where published conversions put it', ({ wgs, gcj }) => {
  const { lat, lon } = toGcj02(wgs[0], wgs[1])
  expect(lat).toBeCloseTo(gcj[0], 6)
  expect(lon).toBeCloseTo(gcj[1], 6)
})

test('the shift in Wujin is the one that its maps have', () => {
  const { lat, lon } = toGcj02(31.702, 119.9377)
  expect(lat - 31.702).toBeCloseTo(-0.002, 3)
  expect(lon - 119.9377).toBeCloseTo(0.005, 3)
})
