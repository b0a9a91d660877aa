import { describe, expect, it } from 'vitest';
import { deviceKey, forgetWords, keepWordsOnDevice, wordsOnDevice } from './device-words';

function makeStorage(room = Infinity): Storage {
  const rows = new Map<string, string>();
  return {
    get length() {
      return rows.size;
    },
    key: (index) => [...rows.keys()][index] ?? null,
    getItem: (key) => rows.get(key) ?? null,
    setItem(key, text) {
      if (text.length > room) throw new Error('QuotaExceededError');
      rows.set(key, text);
    },
    removeItem: (key) => void rows.delete(key),
    clear: () => rows.clear(),
  };
}

const day = 24 * 60 * 60 * 1000;
const key = deviceKey('one person', 'reviews/7/comments');
const typed = [{ name: 'body', value: 'Half a thought' }];

describe('words on this device', () => {
  it('come back for the person and the form they were typed in, and for no other', () => {
    const storage = makeStorage();
    expect(keepWordsOnDevice(storage, key, typed, 0)).toBe(true);
    expect(wordsOnDevice(storage, key)).toEqual(typed);
    expect(wordsOnDevice(storage, deviceKey('another', 'reviews/7/comments'))).toEqual([]);
    expect(wordsOnDevice(storage, deviceKey('one person', 'reviews/8/comments'))).toEqual([]);
  });

  it('go when they are sent, and when the field is emptied', () => {
    const storage = makeStorage();
    keepWordsOnDevice(storage, key, typed, 0);
    forgetWords(storage, key);
    expect(wordsOnDevice(storage, key)).toEqual([]);
    keepWordsOnDevice(storage, key, typed, 0);
    expect(keepWordsOnDevice(storage, key, [], 1)).toBe(false);
    expect(storage.length).toBe(0);
  });

  it('go after sixty days, and leave other things on the device alone', () => {
    const storage = makeStorage();
    storage.setItem('boldline-draft:another', 'x');
    keepWordsOnDevice(storage, key, typed, 0);
    const other = deviceKey('one person', 'posts/1/comments');
    keepWordsOnDevice(storage, other, typed, 60 * day);
    expect(wordsOnDevice(storage, key)).toEqual(typed);
    keepWordsOnDevice(storage, other, typed, 60 * day + 1);
    expect(wordsOnDevice(storage, key)).toEqual([]);
    expect(storage.getItem('boldline-draft:another')).toBe('x');
  });

  it('are nothing where the device has no room, or holds something else', () => {
    expect(keepWordsOnDevice(makeStorage(10), key, typed, 0)).toBe(false);
    const storage = makeStorage();
    for (const text of ['{', '7', '{"typed":7,"at":1}', '{"typed":[{"name":1}],"at":1}']) {
      storage.setItem(key, text);
      expect(wordsOnDevice(storage, key)).toEqual([]);
    }
  });
});
