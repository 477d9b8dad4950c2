import { expect } from 'chai';
import { fetchSource } from '../../src/recommend/fetch-source.js';
import { hearReports } from '../hear-reports.js';

describe('a shop’s own address for suggestions', () => {
  const context = { session: ['a&b', 'c/d'], current: { id: 'c/d' }, count: 4 };
  const answering = (body: unknown, status = 200) => {
    const asked: string[] = [];
    const load = (url: string) => {
      asked.push(url);
      return Promise.resolve(new Response(JSON.stringify(body), { status }));
    };
    return { asked, load };
  };

  it('is asked with what the page knows', async () => {
    const { asked, load } = answering([]);
    await fetchSource('/suggest?for={id}&seen={session}&n={count}&{other}', load)(context);
    await fetchSource('/suggest/{id}', load)({ session: ['x', 'y'], count: 1 });
    await fetchSource('/suggest/{id}', load)({ session: [], count: 1 });
    expect(asked).to.deep.equal(['/suggest?for=c%2Fd&seen=a%26b%2Cc%2Fd&n=4&{other}', '/suggest/y', '/suggest/']);
  });

  it('answers with products, with ids, or with an object that has them', async () => {
    const list = [
      'a',
      { id: 'b', name: 'B', url: '/b' },
      { name: 'no id' },
      7,
      null,
      '',
      { id: 'c', url: 'javascript:0' },
    ];
    const expected = ['a', { id: 'b', name: 'B', url: new URL('/b', document.baseURI).href }, { id: 'c' }];
    expect(await fetchSource('/x', answering(list).load)(context)).to.deep.equal(expected);
    expect(await fetchSource('/x', answering({ products: list }).load)(context)).to.deep.equal(expected);
  });

  it('is told of when it answers with something else, and fails when it fails', async () => {
    const heard = hearReports();
    for (const odd of [{}, null, 'x', { products: 3 }]) {
      expect(await fetchSource('/x', answering(odd).load)(context)).to.deep.equal([]);
    }
    expect(heard.warnings.join()).to.include('/x should answer with a list');
    heard.stop();
    const failed = await Promise.resolve(fetchSource('/x', answering([], 500).load)(context)).catch(String);
    expect(failed).to.include('/x answered with 500');
  });
});
