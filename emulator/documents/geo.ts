import { invalidParameter, unknownOperator } from '../errors';
import type { Value } from '../values/types';
import { isFields } from '../values/types';

/** [longitude, latitude] in degrees, in whatever datum the caller uses; distances are on a sphere. */
export type Position = readonly [lng: number, lat: number];

/** The radius MongoDB uses to turn radians into metres. */
const EARTH_RADIUS_METRES = 6378100;

const radians = (degrees: number): number => (degrees * Math.PI) / 180;

export function distanceMetres(a: Position, b: Position): number {
  const h = Math.sin(radians(b[1] - a[1]) / 2) ** 2
    + Math.cos(radians(a[1])) * Math.cos(radians(b[1])) * Math.sin(radians(b[0] - a[0]) / 2) ** 2;
  return 2 * EARTH_RADIUS_METRES * Math.asin(Math.min(1, Math.sqrt(h)));
}

/** The position of a stored GeoJSON Point, or null for anything else. */
export function pointOf(value: Value | undefined): Position | null {
  if (!isFields(value) || value.type !== 'Point' || !Array.isArray(value.coordinates)) return null;
  const [lng, lat] = value.coordinates;
  if (typeof lng !== 'number' || typeof lat !== 'number') return null;
  return Math.abs(lng) <= 180 && Math.abs(lat) <= 90 ? [lng, lat] : null;
}

export interface Near {
  centre: Position;
  minMetres: number;
  maxMetres: number;
}

export function parseNear(value: Value): Near {
  if (!isFields(value)) throw invalidParameter('$nearSphere takes an object with $geometry');
  for (const key of Object.keys(value)) {
    if (!['$geometry', '$maxDistance', '$minDistance'].includes(key)) throw unknownOperator(`${key} in $nearSphere`);
  }
  const centre = pointOf(value.$geometry);
  if (!centre) throw invalidParameter('$nearSphere takes a Point');
  return { centre, minMetres: metres(value.$minDistance, 0), maxMetres: metres(value.$maxDistance, Infinity) };
}

export function metres(value: Value | undefined, fallback: number): number {
  if (value === undefined || value === null) return fallback;
  if (typeof value !== 'number' || value < 0) throw invalidParameter('a distance is a number of metres, not below 0');
  return value;
}

export type Within = { kind: 'circle'; centre: Position; metres: number } | { kind: 'polygon'; rings: Position[][] };

export function parseWithin(operator: string, value: Value): Within {
  const sphere = isFields(value) ? value.$centerSphere : undefined;
  if (Array.isArray(sphere)) {
    const [centre, angle] = sphere;
    const [lng, lat] = Array.isArray(centre) ? centre : [];
    if (typeof lng !== 'number' || typeof lat !== 'number' || typeof angle !== 'number') {
      throw invalidParameter('$centerSphere takes [[longitude, latitude], radians]');
    }
    return { kind: 'circle', centre: [lng, lat], metres: angle * EARTH_RADIUS_METRES };
  }
  const geometry = isFields(value) ? value.$geometry : undefined;
  if (isFields(geometry) && geometry.type === 'Polygon' && Array.isArray(geometry.coordinates)) {
    return { kind: 'polygon', rings: geometry.coordinates.map(ring) };
  }
  throw unknownOperator(`${operator} with a geometry other than a Polygon or $centerSphere`);
}

function ring(value: Value): Position[] {
  if (!Array.isArray(value)) throw invalidParameter('a polygon is a list of rings');
  return value.map((corner) => {
    const [lng, lat] = Array.isArray(corner) ? corner : [];
    if (typeof lng !== 'number' || typeof lat !== 'number') throw invalidParameter('a corner is [longitude, latitude]');
    return [lng, lat] as const;
  });
}

export function isWithin(shape: Within, position: Position): boolean {
  if (shape.kind === 'circle') return distanceMetres(shape.centre, position) <= shape.metres;
  const [outer, ...holes] = shape.rings;
  return outer !== undefined && inRing(outer, position) && !holes.some((hole) => inRing(hole, position));
}

/** Ray casting on the flat map: right for the sizes of towns and districts, not across the date line. */
function inRing(corners: readonly Position[], [x, y]: Position): boolean {
  let inside = false;
  for (let i = 0, j = corners.length - 1; i < corners.length; j = i, i += 1) {
    const [xi, yi] = corners[i] ?? [0, 0];
    const [xj, yj] = corners[j] ?? [0, 0];
    if (yi > y !== yj > y && x < ((xj - xi) * (y - yi)) / (yj - yi) + xi) inside = !inside;
  }
  return inside;
}

export interface Box {
  minLng: number;
  maxLng: number;
  minLat: number;
  maxLat: number;
}

/** A box that holds every point within `radius` metres; it may hold more. */
export function boxAround([lng, lat]: Position, radius: number): Box {
  const latSpan = ((radius / EARTH_RADIUS_METRES) * 180) / Math.PI + 1e-5;
  const minLat = Math.max(-90, lat - latSpan);
  const maxLat = Math.min(90, lat + latSpan);
  const narrowest = Math.min(Math.cos(radians(minLat)), Math.cos(radians(maxLat)));
  const lngSpan = narrowest <= 1e-6 ? 360 : latSpan / narrowest;
  // A box over a pole or the date line is widened to the whole belt: correct, and rare.
  if (minLat === -90 || maxLat === 90 || lng - lngSpan < -180 || lng + lngSpan > 180) return { minLng: -180, maxLng: 180, minLat, maxLat };
  return { minLng: lng - lngSpan, maxLng: lng + lngSpan, minLat, maxLat };
}

export function boxOf(shape: Within): Box {
  if (shape.kind === 'circle') return boxAround(shape.centre, shape.metres);
  const corners = shape.rings.flat();
  const lngs = corners.map(([lng]) => lng);
  const lats = corners.map(([, lat]) => lat);
  return { minLng: Math.min(...lngs), maxLng: Math.max(...lngs), minLat: Math.min(...lats), maxLat: Math.max(...lats) };
}
