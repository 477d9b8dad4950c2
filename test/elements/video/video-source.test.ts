import { expect } from 'chai';
import { videoSource } from '../../../src/elements/video/video-source.js';
import { xssPayloads } from '../xss-payloads.js';

const ID = 'aqz-KE-bpKQ';

describe('videoSource', () => {
  it('knows all ways to write a YouTube video, and the one place that asks for no cookies', () => {
    for (const address of [
      `https://www.youtube.com/watch?v=${ID}`,
      `https://m.youtube.com/watch?list=x&v=${ID}&utm_source=y`,
      `https://youtu.be/${ID}?si=abc`,
      `https://www.youtube.com/shorts/${ID}`,
      `https://www.youtube.com/live/${ID}`,
      `https://www.youtube-nocookie.com/embed/${ID}`,
    ]) {
      const source = videoSource(address)!;
      expect(source.provider, address).to.equal('youtube');
      expect(source.url).to.equal(`https://www.youtube.com/watch?v=${ID}`);
      const player = new URL(source.player);
      expect(player.origin).to.equal('https://www.youtube-nocookie.com');
      expect(player.origin).to.equal(source.origin);
      expect(player.pathname).to.equal(`/embed/${ID}`);
      expect(Object.fromEntries(player.searchParams)).to.deep.equal({
        enablejsapi: '1',
        autoplay: '1',
        playsinline: '1',
        rel: '0',
        origin: location.origin,
      });
    }
  });

  it('knows Vimeo, also what is not listed, and asks it not to track', () => {
    for (const [address, key] of [
      ['https://vimeo.com/76979871', null],
      ['https://vimeo.com/channels/staffpicks/76979871', null],
      ['https://vimeo.com/76979871/8272103f6e', '8272103f6e'],
      ['https://player.vimeo.com/video/76979871?h=8272103f6e', '8272103f6e'],
    ] as const) {
      const source = videoSource(address)!;
      expect(source.url, 'without the key').to.equal('https://vimeo.com/76979871');
      const player = new URL(source.player);
      expect(player.origin + player.pathname).to.equal('https://player.vimeo.com/video/76979871');
      expect(player.searchParams.get('dnt')).to.equal('1');
      expect(player.searchParams.get('h'), address).to.equal(key);
    }
  });

  it('begins where the link says, or where it is told', () => {
    const start = (address: string, at?: number): string | null =>
      new URL(videoSource(address, at)!.player).searchParams.get('start');
    expect(start(`https://youtu.be/${ID}?t=90`)).to.equal('90');
    expect(start(`https://youtu.be/${ID}?t=1m30s`)).to.equal('90');
    expect(start(`https://youtu.be/${ID}?t=1h1s`)).to.equal('3601');
    expect(start(`https://youtu.be/${ID}?t=soon`)).to.equal(null);
    expect(start(`https://youtu.be/${ID}?t=90`, 12.7)).to.equal('12');
    expect(new URL(videoSource('https://vimeo.com/76979871#t=8s')!.player).hash).to.equal('#t=8s');
  });

  it('knows nothing else', () => {
    for (const address of [
      ...xssPayloads,
      '',
      null,
      undefined,
      '/watch?v=aqz-KE-bpKQ',
      'https://example.com/watch?v=aqz-KE-bpKQ',
      'https://youtube.com.evil.example/watch?v=aqz-KE-bpKQ',
      'https://evil-youtube.com/watch?v=aqz-KE-bpKQ',
      'https://www.youtube.com/watch?v=short',
      'https://www.youtube.com/watch?v=aqz-KE-bpKQ"onload="x',
      'https://www.youtube.com/@channel',
      'https://youtu.be/',
      'https://vimeo.com/channels/staffpicks',
      'https://vimeo.com/12',
    ])
      expect(videoSource(address), String(address)).to.equal(undefined);
  });
});
