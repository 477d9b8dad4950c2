import { expect } from 'chai';
import fc from 'fast-check';
import { createWatch } from '../../../src/elements/video/create-watch.js';
import { lengthOf } from '../../../src/elements/video/spans.js';
import type { Spans } from '../../../src/elements/video/spans.js';

const DURATION = 60;

/** A player and a shopper, with a clock of their own; counts on its own which quarters of a second were watched. */
function play() {
  const watch = createWatch();
  const quarters = new Set<number>();
  let spans: Spans = [];
  let [time, at, playing, seen] = [0, 0, false, true];
  const sample = (jumped = false): void => {
    spans = watch.sample(spans, { time, at, watched: playing && seen, rate: 1, jumped, duration: DURATION });
  };
  return {
    get seconds() {
      return lengthOf(spans);
    },
    get counted() {
      return quarters.size / 4;
    },
    start: () => ((playing = true), sample()),
    pause: () => ((playing = false), sample()),
    show: () => ((seen = true), sample()),
    hide: () => ((seen = false), sample()),
    seek(to: number) {
      time = to;
      sample(true);
      sample();
    },
    nudge(by: number) {
      this.seek(Math.min(DURATION, Math.max(0, time + by)));
    },
    wait(count: number) {
      for (let i = 0; i < count; i++) {
        at += 250;
        if (playing && time < DURATION) {
          if (seen) quarters.add(time * 4);
          time += 0.25;
        }
        sample();
      }
    },
  };
}

describe('createWatch', () => {
  it('counts what plays, and not what is skipped', () => {
    const player = play();
    player.start();
    player.wait(8);
    player.seek(40);
    player.wait(8);
    expect(player.seconds).to.equal(4);
  });

  it('counts no small step forward either', () => {
    const player = play();
    player.start();
    player.wait(4);
    player.nudge(0.5);
    expect(player.seconds).to.equal(1);
    player.wait(4);
    expect(player.seconds).to.equal(2);
  });

  it('counts neither a pause nor what plays out of sight', () => {
    const player = play();
    player.start();
    player.wait(4);
    player.hide();
    player.wait(40);
    player.show();
    player.wait(4);
    player.pause();
    player.wait(40);
    expect(player.seconds).to.equal(2);
  });

  it('counts what is played again once', () => {
    const player = play();
    player.start();
    for (let round = 0; round < 3; round++) {
      player.wait(20);
      player.seek(0);
    }
    expect(player.seconds).to.equal(5);
  });

  it('believes no playhead that is faster than the clock, as those of frames that do not tell of jumps', () => {
    const watch = createWatch();
    const at = (time: number, ms: number): Spans => watch.sample([], { time, at: ms, watched: true, rate: 1 });
    at(0, 0);
    expect(at(30, 250)).to.deep.equal([]);
    expect(at(30.5, 750)).to.deep.equal([[30, 30.5]]);
  });

  it('lets a fast video be watched fast', () => {
    const watch = createWatch();
    watch.sample([], { time: 0, at: 0, watched: true, rate: 2 });
    expect(watch.sample([], { time: 20, at: 10_000, watched: true, rate: 2 })).to.deep.equal([[0, 20]]);
  });

  it('whatever the shopper does, it counts each second once, and never more than there are', () => {
    const step = fc.oneof(
      fc.record({ do: fc.constantFrom('start', 'pause', 'show', 'hide') }),
      fc.record({ do: fc.constant('seek'), to: fc.integer({ min: 0, max: DURATION * 4 }) }),
      fc.record({ do: fc.constant('nudge'), to: fc.integer({ min: -8, max: 8 }) }),
      fc.record({ do: fc.constant('wait'), to: fc.integer({ min: 1, max: 60 }) }),
    );
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
        const player = play();
        for (const { do: name, ...rest } of steps) {
          const { to = 0 } = rest as { to?: number };
          if (name === 'seek') player.seek(to / 4);
          else if (name === 'nudge') player.nudge(to / 4);
          else if (name === 'wait') player.wait(to);
          else player[name as 'start']();
          expect(player.seconds).to.equal(player.counted);
          expect(player.seconds).to.be.at.most(DURATION);
        }
      }),
    );
  });

  it('whatever a player says, it counts no more than there is, and no more than the clock allows', () => {
    const sample = fc.record({
      time: fc.double({ min: 0, max: 100, noNaN: true }),
      ms: fc.integer({ min: 0, max: 2000 }),
      watched: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(sample), (samples) => {
        const watch = createWatch();
        let spans: Spans = [];
        let at = 0;
        for (const { time, ms, watched } of samples)
          spans = watch.sample(spans, { time, at: (at += ms), watched, rate: 1, duration: DURATION });
        expect(lengthOf(spans)).to.be.at.most(DURATION);
        expect(lengthOf(spans)).to.be.at.most(at / 1000 + samples.length);
      }),
    );
  });
});
