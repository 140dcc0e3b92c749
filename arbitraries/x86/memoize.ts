/**
 * Returns a function that computes its result once per object. Results derived from a tool's tables never change and take
 * long to compute. A result lives as long as its object.
 */
export function memoize<K extends object, T>(compute: (key: K) => T): (key: K) => T {
  const cache = new WeakMap<K, T>()
  return key => {
    if (!cache.has(key)) cache.set(key, compute(key))
    return cache.get(key) as T
  }
}
