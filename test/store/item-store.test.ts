import { expect } from 'chai';
import { atom, computed } from 'nanostores';
import { itemStore } from '../../src/store/item-store.js';

describe('itemStore()', () => {
  it('tells its listeners of changes only, with the value before', () => {
    const $item = itemStore<number>(1);
    const heard: unknown[] = [];
    const stop = $item.listen((now, before) => heard.push([now, before]));
    expect($item.lc).to.equal(1);
    $item.set(2);
    $item.set(2);
    stop();
    stop();
    $item.set(3);
    expect(heard).to.deep.equal([[2, 1]]);
    expect([$item.get(), $item.value, $item.lc]).to.deep.equal([3, 3, 0]);
  });

  it('tells a subscriber at once, and the same one once for each subscription', () => {
    const $item = itemStore<string>('a');
    const heard: string[] = [];
    const listener = (value: string): void => void heard.push(value);
    const stops = [$item.subscribe(listener), $item.subscribe(listener)];
    $item.set('b');
    stops[0]!();
    $item.set('c');
    stops[1]!();
    $item.set('d');
    expect(heard).to.deep.equal(['a', 'a', 'b', 'b', 'c']);
  });

  it('tells all of them, although one throws and another goes', () => {
    const $item = itemStore<number>(1);
    const heard: string[] = [];
    $item.listen(() => {
      throw new Error('first');
    });
    const stop = $item.listen(() => {
      stop();
      heard.push('second');
    });
    $item.listen(() => heard.push('third'));
    expect(() => $item.set(2)).to.throw('first');
    expect(heard).to.deep.equal(['second', 'third']);
    expect($item.lc).to.equal(2);
  });

  it('shares no listener with other items', () => {
    const [$a, $b] = [itemStore<number>(1), itemStore<number>(1)];
    const heard: string[] = [];
    $a.listen(() => heard.push('a'));
    $b.listen(() => heard.push('b'));
    $a.set(2);
    expect(heard).to.deep.equal(['a']);
  });

  it('is taken for an atom by nanostores’ computed()', () => {
    const $item = itemStore<number>(1);
    const $double = computed($item, (value) => value * 2);
    const heard: number[] = [];
    const stop = $double.subscribe((value) => void heard.push(value));
    // As in a collection, where the store of all items changes first.
    atom(0).set(1);
    $item.set(2);
    stop();
    expect(heard).to.deep.equal([2, 4]);
    expect($item.lc).to.be.lessThan(2);
  });
});
