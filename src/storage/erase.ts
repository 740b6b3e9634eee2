/** Removes everything from localStorage that one name of askwell (`askwell`, `askwell-employee`) has written there. */
export function eraseLocal(name: string): void {
  try {
    const scope = name === 'askwell' ? 'device' : 'employee';
    for (const key of Object.keys(localStorage)) {
      if (key.startsWith(`${name}:`) || key.startsWith(`askwell:${scope}`)) localStorage.removeItem(key);
    }
  } catch {
    // Denied: there is nothing.
  }
}
