import { expect } from 'chai';
import fc from 'fast-check';
import { connectFrame } from '../../../src/elements/video/connect-frame.js';
import type { PlayerState } from '../../../src/elements/video/player.js';
import { stage, until } from '../mount.js';

type Provider = 'youtube' | 'vimeo';

const { origin } = location;
const endings: (() => void)[] = [];

/** A player of ours in a frame, and what it hears. */
async function mountFrame(provider: Provider) {
  stage.innerHTML = '<iframe title="player" srcdoc="<p>player</p>"></iframe>';
  const frame = stage.querySelector('iframe')!;
  const loaded = new Promise((resolve) => frame.addEventListener('load', resolve, { once: true }));
  const states: PlayerState[] = [];
  await loaded;
  const heard: unknown[] = [];
  frame.contentWindow!.addEventListener('message', ({ data }) => heard.push(data));
  const player = connectFrame(frame, { provider, origin }, Promise.resolve(), (state) => states.push(state));
  endings.push(player.stop);
  const say = (data: unknown, from: MessageEventInit = {}): void =>
    void dispatchEvent(new MessageEvent('message', { origin, source: frame.contentWindow, data, ...from }));
  return { frame, states, heard, player, say };
}

const youtube = (event: string, info?: unknown): string => JSON.stringify({ event, info });
const words = (heard: unknown[]): string[] =>
  heard.map((data) => (typeof data === 'string' ? data : JSON.stringify(data)));

describe('connectFrame', () => {
  afterEach(() => {
    for (const end of endings.splice(0)) end();
  });

  it('greets YouTube until it answers, then subscribes, and seeks by its commands', async () => {
    const { heard, say, states, player } = await mountFrame('youtube');
    await until('it is greeted twice', () => heard.length >= 2);
    expect(JSON.parse(String(heard[0])).event).to.equal('listening');
    say(youtube('onReady'));
    await until('it is subscribed to', () => words(heard).some((word) => word.includes('onStateChange')));
    const before = heard.length;
    player.seek(12);
    await until('it is sent there', () => heard.length >= before + 2);
    expect(words(heard).slice(before, before + 2)).to.deep.equal([
      '{"event":"command","func":"seekTo","args":[12,true]}',
      '{"event":"command","func":"playVideo","args":[]}',
    ]);
    expect(states).to.have.length(1);
  });

  it('reads YouTube’s states', async () => {
    const { states, say } = await mountFrame('youtube');
    say(
      youtube('initialDelivery', {
        currentTime: 0,
        duration: 0,
        playerState: -1,
        muted: false,
        volume: 80,
        videoData: { title: 'How to pour', video_id: 'x' },
      }),
    );
    expect(states.at(-1)).to.deep.equal({
      time: 0,
      playing: false,
      muted: false,
      rate: 1,
      seeking: false,
      byShopper: true,
      title: 'How to pour',
    });
    say(youtube('onStateChange', 1));
    say(youtube('infoDelivery', { currentTime: 3.5, duration: 60.1, playbackRate: 1.5, volume: 0 }));
    expect(states.at(-1)).to.deep.include({ time: 3.5, duration: 60.1, rate: 1.5, playing: true, muted: true });
    say(youtube('infoDelivery', { playerState: 2, muted: true }));
    expect(states.at(-1)).to.deep.include({ playing: false, muted: true, time: 3.5 });
  });

  it('pings Vimeo until it answers, subscribes, reads its events, and seeks', async () => {
    const { heard, say, states, player } = await mountFrame('vimeo');
    await until('it is pinged', () => heard.length >= 1);
    expect(heard[0]).to.deep.equal({ method: 'ping' });
    say({ method: 'ping' });
    await until('it is subscribed to', () => words(heard).some((word) => word.includes('"timeupdate"')));
    say(JSON.stringify({ event: 'play', data: { seconds: 0, duration: 30, percent: 0 } }));
    expect(states.at(-1)).to.deep.include({ playing: true, time: 0, duration: 30 });
    say({ event: 'timeupdate', data: { seconds: 4.2, duration: 30 } });
    say({ event: 'volumechange', data: { volume: 0.5, muted: true } });
    expect(states.at(-1)).to.deep.include({ playing: true, time: 4.2, muted: true });
    say({ event: 'seeking', data: { seconds: 20 } });
    expect(states.at(-1)).to.deep.include({ seeking: true, time: 20 });
    say({ event: 'seeked', data: { seconds: 20 } });
    say({ event: 'ended', data: { seconds: 30 } });
    expect(states.at(-1)).to.deep.include({ seeking: false, playing: false, time: 30 });
    const before = heard.length;
    player.seek(7);
    await until('it is sent there', () => heard.length >= before + 2);
    expect(heard.slice(before)).to.deep.include.members([{ method: 'setCurrentTime', value: 7 }, { method: 'play' }]);
  });

  it('stopped, it neither greets nor hears', async () => {
    const { heard, say, states, player } = await mountFrame('vimeo');
    await until('it is pinged', () => heard.length >= 1);
    player.stop();
    const before = heard.length;
    say({ event: 'ready' });
    await new Promise((resolve) => setTimeout(resolve, 90));
    expect(states).to.have.length(0);
    expect(heard.length).to.be.at.most(before + 1);
  });

  for (const provider of ['youtube', 'vimeo'] as const) {
    it(`${provider}: a hundred forged messages change nothing`, async () => {
      const { say, states } = await mountFrame(provider);
      const real =
        provider === 'youtube'
          ? youtube('infoDelivery', { currentTime: 50, duration: 60, playerState: 1 })
          : { event: 'timeupdate', data: { seconds: 50, duration: 60 } };
      const other = document.createElement('iframe');
      stage.append(other);
      const origins = [
        'https://evil.example',
        'null',
        '',
        `${origin}.evil.example`,
        origin.replace('http', 'ftp'),
        `${origin}/`,
      ];
      const sources = [window, other.contentWindow, null];
      for (let round = 0; round < 100; round++) {
        if (round % 2) say(real, { origin: origins[round % origins.length]! });
        else say(real, { source: sources[round % sources.length]! });
      }
      expect(states).to.have.length(0);
      say(real);
      expect(states, 'the real one').to.have.length(1);
    });

    it(`${provider}: whatever the frame itself says, the state is of the right kinds`, async () => {
      const { say, states } = await mountFrame(provider);
      const name = fc.constantFrom(
        'infoDelivery',
        'initialDelivery',
        'onStateChange',
        'timeupdate',
        'volumechange',
        '__proto__',
        'constructor',
        'toString',
      );
      const fields = fc.dictionary(
        fc.constantFrom(
          'currentTime',
          'seconds',
          'duration',
          'playbackRate',
          'volume',
          'muted',
          'playerState',
          'videoData',
          '__proto__',
        ),
        fc.oneof(fc.anything(), fc.double(), fc.constantFrom(-1, 1e300, Number.NaN, '5', null)),
      );
      fc.assert(
        fc.property(name, fc.oneof(fields, fc.anything()), fc.boolean(), (event, info, asText) => {
          const message = { event, info, data: info };
          let data: unknown = message;
          if (asText) {
            try {
              data = JSON.stringify(message);
            } catch {
              return;
            }
          }
          say(data);
          const { time, duration, playing, muted, rate, seeking, byShopper } = states.at(-1) ?? {
            time: 0,
            playing: false,
            muted: false,
            rate: 1,
            seeking: false,
            byShopper: true,
          };
          for (const number of [time, rate, duration ?? 1])
            expect(Number.isFinite(number) && number >= 0 && number < 1e6).to.equal(true);
          for (const flag of [playing, muted, seeking, byShopper]) expect(flag).to.be.a('boolean');
        }),
      );
      for (const nonsense of ['{', 'x'.repeat(200_000), 5, null, undefined, [], new Map()]) say(nonsense);
      expect(({} as { polluted?: unknown }).polluted).to.equal(undefined);
    });
  }
});
