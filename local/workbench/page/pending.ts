/** Requests that wait for their answers, by id. */
export class Pending<T> {
  #nextId = 1
  readonly #waiting = new Map<number, { resolve(value: T): void; reject(error: Error): void }>()

  /** Sends a request under a new id; `send` says whether it could be sent. */
  ask(send: (id: number) => boolean, refused: string): Promise<T> {
    const id = this.#nextId++
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject })
      if (!send(id)) this.#take(id)?.reject(new Error(refused))
    })
  }

  /** Whether any is not answered yet. */
  any(): boolean {
    return this.#waiting.size > 0
  }

  answer(id: number, value: T) {
    this.#take(id)?.resolve(value)
  }

  /** Nothing that was asked will be answered any more. */
  failAll(message: string) {
    for (const { reject } of this.#waiting.values()) reject(new Error(message))
    this.#waiting.clear()
  }

  #take(id: number) {
    const waiting = this.#waiting.get(id)
    this.#waiting.delete(id)
    return waiting
  }
}
