/**
 * Carries messages between the two halves of the PDF library within this thread. The library's own way hands them on
 * at once, and a file that draws forms within forms within forms would hold the process for hours; here every
 * message lets other work pass, and drawing operators are counted as they come.
 */
export class CountingPort {
  readonly #listeners = new Set<Listener>();
  #operators = 0;

  constructor(
    private readonly most: number,
    private readonly onTooMany: () => void,
  ) {}

  postMessage(message: unknown, transfer?: readonly object[]): void {
    const data: unknown = structuredClone(
      message,
      transfer ? { transfer: [...transfer] as never } : undefined,
    );
    this.#operators += operatorsIn(data);
    if (this.#operators > this.most) this.onTooMany();
    setImmediate(() => {
      for (const listener of this.#listeners) listener({ data });
    });
  }

  addEventListener(_name: string, listener: Listener, options?: { readonly signal?: AbortSignal }): void {
    this.#listeners.add(listener);
    options?.signal?.addEventListener('abort', () => this.#listeners.delete(listener));
  }

  removeEventListener(_name: string, listener: Listener): void {
    this.#listeners.delete(listener);
  }

  terminate(): void {
    this.#listeners.clear();
  }
}

type Listener = (event: { readonly data: unknown }) => void;

/** Operators come in pieces: `{ chunk: { fnArray, … } }`. */
function operatorsIn(data: unknown): number {
  const { chunk } = data as { readonly chunk?: { readonly fnArray?: readonly number[] } };
  return chunk?.fnArray?.length ?? 0;
}
