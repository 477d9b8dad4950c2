import { expect } from 'chai';
import { atom, computed, onMount, onStart } from 'nanostores';
import { lazyStore } from '../../src/store/lazy-store.js';

describe('a store that is opened when it is first used', () => {
  it('is not opened by being imported, passed on or computed with', () => {
    let opened = 0;
    const $lazy = lazyStore(() => {
      opened++;
      return atom(1);
    });
    computed([$lazy], (value) => value);
    expect(opened).to.equal(0);
    expect($lazy.get()).to.equal(1);
    expect(opened).to.be.greaterThan(0);
  });

  it('works as the store does: get, value, listen, subscribe, computed, mounting', () => {
    const $store = atom(1);
    const $lazy = lazyStore(() => $store);
    const heard: unknown[] = [];
    const stops = [
      $lazy.listen((value, before) => heard.push([before, value])),
      $lazy.subscribe((value) => heard.push(value)),
      computed($lazy, (value) => value * 10).subscribe((value) => heard.push(value)),
    ];
    $store.set(2);
    expect(heard).to.deep.equal([1, 10, [1, 2], 2, 20]);
    expect($lazy.value).to.equal(2);
    expect($lazy.lc).to.equal(3);
    expect('listen' in $lazy).to.equal(true);
    for (const stop of stops) stop();
  });

  it('tells when it is mounted and started, as the store does', () => {
    const $store = atom(1);
    const $lazy = lazyStore(() => $store);
    const calls: string[] = [];
    onMount($lazy, () => void calls.push('mount'));
    onStart($lazy, () => calls.push('start'));
    $lazy.listen(() => {})();
    $lazy.listen(() => {})();
    expect(calls).to.deep.equal(['start', 'mount', 'start']);
  });

  it('is the same store through two of them', () => {
    const $store = atom(1);
    const [$one, $other] = [lazyStore(() => $store), lazyStore(() => $store)];
    const $sum = computed([$one, $other], (a, b) => a + b);
    const heard: number[] = [];
    const stop = $sum.subscribe((sum) => heard.push(sum));
    $store.set(5);
    expect(heard.at(-1)).to.equal(10);
    stop();
  });
});
