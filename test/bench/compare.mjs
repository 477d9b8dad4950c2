const sorted = (numbers) => [...numbers].sort((a, b) => a - b);

export function median(numbers) {
  const all = sorted(numbers);
  return (all[Math.floor((all.length - 1) / 2)] + all[Math.ceil((all.length - 1) / 2)]) / 2;
}

/**
 * How the times of one variant compare with another's, measured in turn: the ratio of the medians, and between which
 * bounds the median of the turns' ratios lies, by its order statistics, at about 95 % confidence. With fewer than six
 * turns that is the whole range.
 */
export function compare(ours, theirs) {
  const ratios = sorted(ours.map((number, i) => number / theirs[i]));
  const reach = 0.98 * Math.sqrt(ratios.length);
  const low = Math.max(0, Math.floor((ratios.length - 1) / 2 - reach));
  return { ratio: median(ours) / median(theirs), low: ratios[low], high: ratios[ratios.length - 1 - low] };
}
