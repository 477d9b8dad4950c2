import { expect } from 'chai';
import fc from 'fast-check';
import { atom } from 'nanostores';
import { createDevice } from '../../src/store/device.js';
import { createSession, mergeSessions, SESSION_TIMEOUT_MS } from '../../src/store/session.js';
import { fakeStorage } from './fake-storage.js';
import { openTabs } from './open-tabs.js';

const MINUTE_MS = 60 * 1000;
const open = (storage = fakeStorage(), $allowed = atom(true)) =>
  createSession(
    createDevice(() => storage),
    $allowed,
  );

describe('a session', () => {
  it('goes on as long as the shopper is active, and ends after 30 minutes without activity', () => {
    const session = open();
    const first = session.touch(0);
    expect(first).to.include({ startedAt: 0, number: 1 });
    for (let now = 0; now < 5; now++) expect(session.touch(now * 29 * MINUTE_MS).id).to.equal(first.id);
    const last = 4 * 29 * MINUTE_MS;
    expect(session.touch(last + SESSION_TIMEOUT_MS).id).to.equal(first.id);
    const second = session.touch(last + 2 * SESSION_TIMEOUT_MS + 1);
    expect(second.id).to.not.equal(first.id);
    expect(second).to.include({ startedAt: last + 2 * SESSION_TIMEOUT_MS + 1, number: 2 });
  });

  it('goes on after a reload, and counts visits', () => {
    const storage = fakeStorage();
    const { id } = open(storage).touch(0);
    expect(open(storage).touch(MINUTE_MS * 10).id).to.equal(id);
    expect(open(storage).touch(MINUTE_MS * 100)).to.include({ number: 2 });
    expect(open(storage).touch(MINUTE_MS * 200)).to.include({ number: 3 });
  });

  it('is not written at each click', () => {
    const storage = fakeStorage();
    const session = open(storage);
    session.touch(0);
    let writes = 0;
    storage.setItem = () => void writes++;
    for (let now = 0; now <= MINUTE_MS; now += 100) session.touch(now);
    expect(writes).to.equal(0);
    session.touch(MINUTE_MS + 1);
    expect(writes).to.equal(1);
  });

  it('is one in tabs that open at once, and stays one', () => {
    const { tabs, settle } = openTabs(3);
    const sessions = tabs.map(({ device }) => createSession(device, atom(true)));
    sessions.forEach((session, index) => session.touch(1000 + index));
    settle();
    const ids = sessions.map((session) => session.touch(2000).id);
    expect(new Set(ids).size).to.equal(1);
    sessions[1]!.touch(20 * MINUTE_MS);
    settle();
    for (const session of sessions) expect(session.touch(45 * MINUTE_MS).id).to.equal(ids[0]);
  });

  it('that a tab missed is taken up by it, not followed by one of its own', () => {
    const { tabs, settle } = openTabs(2);
    const sessions = tabs.map(({ device }) => createSession(device, atom(true)));
    sessions[0]!.touch(0);
    settle();
    const second = sessions[0]!.touch(SESSION_TIMEOUT_MS * 2);
    settle();
    expect(sessions[1]!.touch(SESSION_TIMEOUT_MS * 2 + 1000)).to.deep.equal(second);
  });

  it('joins the visits before it when consent comes late', () => {
    const storage = fakeStorage();
    open(storage).touch(0);
    const $allowed = atom(false);
    const session = open(storage, $allowed);
    const { id } = session.touch(SESSION_TIMEOUT_MS * 3);
    $allowed.set(true);
    expect(session.$session.get()).to.include({ id, number: 2 });

    const soon = open(storage, atom(true));
    expect(soon.touch(SESSION_TIMEOUT_MS * 3 + 5).id).to.equal(id);
  });

  it('does not last for ever when the clock is put back', () => {
    const storage = fakeStorage();
    const session = open(storage);
    const ahead = session.touch(1e12);
    const now = 1e12 - 24 * 60 * MINUTE_MS;
    const after = session.touch(now);
    expect(after.id).to.not.equal(ahead.id);
    expect(after).to.include({ startedAt: now, lastSeenAt: now, number: 2 });
    expect(session.touch(now + 5 * MINUTE_MS).id).to.equal(after.id);
    expect(session.touch(now + 2 * SESSION_TIMEOUT_MS).id).to.not.equal(after.id);
  });

  it('merges in either order alike, and once more changes nothing', () => {
    const session = fc
      .record({
        id: fc.constantFrom('a', 'b', 'c'),
        startedAt: fc.nat(200).map((minutes) => minutes * MINUTE_MS),
        length: fc.nat(40).map((minutes) => minutes * MINUTE_MS),
        number: fc.integer({ min: 1, max: 3 }),
      })
      .map(({ id, startedAt, length, number }) => ({ id, startedAt, lastSeenAt: startedAt + length, number }));
    fc.assert(
      fc.property(session, session, (a, b) => {
        const merged = mergeSessions(a, b);
        expect(mergeSessions(b, a)).to.deep.equal(merged);
        expect(mergeSessions(merged, a)).to.deep.equal(merged);
        expect(mergeSessions(merged, b)).to.deep.equal(merged);
        expect(mergeSessions(a, a)).to.deep.equal(a);
      }),
    );
  });
});
