type Numbers = Uint32Array | Float64Array;

/** Numbers that are appended one by one, in a typed array that doubles: eight bytes a number, not a boxed value each. */
export interface GrowingArray<T extends Numbers> {
  push(value: number): void;
  readonly length: number;
  /** The numbers so far; not a copy. */
  values(): T;
}

export function growingArray<T extends Numbers>(make: (length: number) => T): GrowingArray<T> {
  let data = make(1024);
  let length = 0;
  return {
    push(value) {
      if (length === data.length) {
        const more = make(length * 2);
        more.set(data);
        data = more;
      }
      data[length++] = value;
    },
    get length() {
      return length;
    },
    values: () => data.subarray(0, length) as T,
  };
}
