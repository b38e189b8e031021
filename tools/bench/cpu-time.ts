/** Time of all threads: the garbage that a reader makes is collected on others, and is its cost too. */
export async function cpuMilliseconds(work: () => void | Promise<void>): Promise<number> {
  globalThis.gc?.();
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}
