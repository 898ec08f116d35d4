/** Round values of an axis, and how far it goes. */
export interface Axis {
  readonly from: number;
  readonly to: number;
  readonly ticks: readonly number[];
}

const ROUND_STEPS = [1, 2, 5, 10];

/** An axis over a span with no more than so many steps, each a round number of the unit. */
export function axisOver(from: number, to: number, steps: number, unit: number): Axis {
  const step = roundStep((to - from) / steps, unit);
  const first = Math.ceil(from / step);
  const count = Math.floor(to / step) - first + 1;
  return { from, to, ticks: Array.from({ length: count }, (_, index) => (first + index) * step) };
}

/** The same, up to the tick that has the largest value below it. */
export function axisUpTo(most: number, steps: number, unit: number): Axis {
  const step = roundStep(most / steps, unit);
  return axisOver(0, Math.max(1, Math.ceil(most / step)) * step, steps, unit);
}

/** The same from zero on, or from the tick below zero that has the least value above it. */
export function axisAround(least: number, most: number, steps: number, unit: number): Axis {
  const up = axisUpTo(Math.max(most, -least), steps, unit);
  if (least >= 0) return up;
  const step = up.ticks[1]! - up.ticks[0]!;
  const [from, to] = [Math.floor(least / step), Math.ceil(Math.max(0, most) / step)];
  return {
    from: from * step,
    to: to * step,
    ticks: Array.from({ length: to - from + 1 }, (_, index) => (from + index) * step),
  };
}

/** 1, 2 or 5 times a power of ten, no less than `least` and than the unit. */
function roundStep(least: number, unit: number): number {
  const power = Math.max(unit, 10 ** Math.floor(Math.log10(Math.max(least, unit))));
  return power * ROUND_STEPS.find((step) => step * power >= least)!;
}
