import type { Instant } from './instant';

export const instantFromDate = (date: Date): Instant => date.toISOString() as Instant;

export const instantFromMillis = (millis: number): Instant => instantFromDate(new Date(millis));

export const millisOfInstant = (instant: Instant): number => Date.parse(instant);

export const instantPlus = (instant: Instant, millis: number): Instant => instantFromMillis(millisOfInstant(instant) + millis);
