/**
 * Forgets what the kit knows, in memory and on the device, so that each story starts like a first visit. The page's stores cannot be
 * exchanged while elements listen to them; another tab that clears its storage is what they already know how to follow.
 */
export function cleanSlate(): void {
  for (const key of Object.keys(localStorage)) if (key.startsWith('cuekit:')) localStorage.removeItem(key);
  dispatchEvent(new StorageEvent('storage', { storageArea: localStorage }));
}
