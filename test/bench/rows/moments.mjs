/**
 * What a scroll or a move of the pointer costs where seven moments are watched (dwell, exit intent, hesitation, an element, pages, two
 * of scrolling), beside the event alone. It fails when a timer is set while nobody is there, when there is more than one for somebody
 * who is, and when one is left at the end.
 */
export default {
  name: 'moments',
  title: 'one scroll or pointer event, seven moments watched',
  unit: 'µs',
  digits: 2,
  runs: 7,
  variants: {
    'seven moments': { bundle: 'moments', watched: true },
    'none watched': { bundle: 'moments', watched: false },
  },
  most: 20,
  async measure({ page, variant }) {
    return page.evaluate((watched) => globalThis.pressOn(watched), variant.watched);
  },
};
