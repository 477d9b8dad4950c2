/** Starts WebKitGTK's WebDriver, with a virtual display where Xvfb is there; stops both again. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createConnection, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/** A port that was free a moment ago. */
async function freePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address();
  server.close();
  await once(server, 'close');
  return port;
}

async function listening(port, child, timeoutMs = 20_000) {
  const end = Date.now() + timeoutMs;
  while (Date.now() < end) {
    if (child.exitCode !== null) throw new Error(`WebKitWebDriver ended with code ${child.exitCode}`);
    const socket = createConnection(port, '127.0.0.1');
    const open = await new Promise((resolve) => {
      socket.once('connect', () => resolve(true));
      socket.once('error', () => resolve(false));
    });
    socket.destroy();
    if (open) return;
    await sleep(100);
  }
  throw new Error(`WebKitWebDriver did not listen on port ${port} within ${timeoutMs} ms`);
}

/** Xvfb picks a free display itself and writes its number to file descriptor 3. */
async function startDisplay(xvfb) {
  const child = spawn(xvfb, ['-displayfd', '3', '-screen', '0', '1280x1024x24', '-nolisten', 'tcp'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  const number = await new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code) => reject(new Error(`Xvfb ended with code ${code}`)));
    child.stdio[3].once('data', (data) => resolve(String(data).trim()));
  });
  return { child, display: `:${number}` };
}

/**
 * @param found what `findWebKit()` gave, with `by: 'webdriver'`
 * @returns {Promise<{ port: number, stop: () => Promise<void> }>}
 */
export async function startWebKitDriver(found) {
  const runtime = mkdtempSync(join(tmpdir(), 'cuekit-webkit-'));
  const env = { ...process.env, XDG_RUNTIME_DIR: runtime, NO_AT_BRIDGE: '1' };
  const screen = found.xvfb ? await startDisplay(found.xvfb) : undefined;
  if (screen) env.DISPLAY = screen.display;
  const port = await freePort();
  // A process group of its own: the driver starts a MiniBrowser, which starts web and network processes, and all have to go.
  const driver = spawn(found.driver, [`--port=${port}`], { env, stdio: 'ignore', detached: true });
  const stop = async () => {
    process.off('exit', kill);
    kill();
    if (driver.exitCode === null && driver.signalCode === null) await Promise.race([once(driver, 'exit'), sleep(2000)]);
    rmSync(runtime, { recursive: true, force: true });
  };
  function kill() {
    try {
      process.kill(-driver.pid, 'SIGTERM');
    } catch {
      // Already gone.
    }
    screen?.child.kill();
  }
  process.on('exit', kill);
  try {
    await listening(port, driver);
  } catch (error) {
    await stop();
    throw error;
  }
  return { port, stop };
}
