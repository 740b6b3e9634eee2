/** Removes everything from localStorage that one name of askwell (`askwell`, `askwell-employee`) has written there. */
export function eraseLocal(name: string): void {
  try {
    // What a survey of employees remembers has the one name, what it sends the other.
    const own = name === 'askwell' ? /^askwell:(?!employee)/ : /^askwell[:-]employee/;
    for (const key of Object.keys(localStorage)) if (own.test(key)) localStorage.removeItem(key);
  } catch {
    // Denied: there is nothing.
  }
}
