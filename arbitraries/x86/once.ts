/**
 * A function that computes its result once for each object: what is derived from a tool's tables is the same at every
 * call, and takes long. Results live as long as their object.
 */
export function once<K extends object, T>(compute: (key: K) => T): (key: K) => T {
  const known = new WeakMap<K, T>()
  return key => {
    if (!known.has(key)) known.set(key, compute(key))
    return known.get(key) as T
  }
}
