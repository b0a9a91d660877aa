// Goes into the measured server with --expose-gc: when asked, collects all garbage, and says what is still held, in bytes.
process.on('message', (question) => {
  if (question !== 'live heap') return;
  globalThis.gc();
  globalThis.gc();
  const { heapUsed, external } = process.memoryUsage();
  process.send({ heapUsed, external });
});
process.channel?.unref();
