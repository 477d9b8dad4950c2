// @ts-check
// `npm start`: the demo storefront, from a fresh clone, with nothing but Node.
import { spawn } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { createServer as createHttpServer } from 'node:http';
import { createServer as createProbe } from 'node:net';
import { networkInterfaces } from 'node:os';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const FIRST_PORT = 5173;

const help = `npm start -- [options]

  --port N    listen on this port, and on no other   (default: ${FIRST_PORT}, or the next free one)
  --host [A]  listen on the network, or on address A (default: this machine only)
  --no-open   do not open a browser
  --built     serve the built kit from dist/cdn      (default: the kit's source, changes show at once)
  --csp       send a strict Content-Security-Policy with nonces and Trusted Types`;

/** @param {string} message @returns {never} */
function stop(message) {
  console.error(`\n${message}\n`);
  process.exit(1);
}

/** @param {string[]} args */
function readOptions(args) {
  /** @type {{ port: number | undefined, host: string, open: boolean, built: boolean, csp: boolean }} */
  const options = { port: undefined, host: 'localhost', open: true, built: false, csp: false };
  const rest = args.flatMap((arg) => (/^--(port|host)=/.test(arg) ? arg.split(/=(.*)/s, 2) : [arg]));
  for (let arg = rest.shift(); arg !== undefined; arg = rest.shift()) {
    if (arg === '--port') {
      const port = Number(rest.shift());
      if (!Number.isInteger(port) || port < 0 || port > 65535)
        stop('--port needs a number from 0 to 65535, for example: npm start -- --port 8080');
      options.port = port;
    } else if (arg === '--host') options.host = rest[0] && !rest[0].startsWith('--') ? String(rest.shift()) : '0.0.0.0';
    else if (arg === '--no-open') options.open = false;
    else if (arg === '--built') options.built = true;
    else if (arg === '--csp') options.csp = true;
    else if (arg === '--help' || arg === '-h') {
      console.log(help);
      process.exit(0);
    } else stop(`There is no option ${arg}.\n\n${help}`);
  }
  return options;
}

function checkNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  const fine = (major === 20 && minor >= 19) || (major === 22 && minor >= 12) || major > 22;
  if (!fine)
    stop(
      `Cuekit needs Node 20.19, 22.12 or newer; this is ${process.versions.node}.\nGet one from https://nodejs.org and run npm start again.`,
    );
}

/** Installs when there is nothing installed, or less than the lock file asks for. */
async function install() {
  const lock = `${root}package-lock.json`;
  const installed = `${root}node_modules/.package-lock.json`;
  if (existsSync(installed) && statSync(installed).mtimeMs >= statSync(lock).mtimeMs) return;
  // A lock file that was only checked out again is newer but not different: the packages decide.
  if (existsSync(installed) && existsSync(`${root}node_modules/vite/package.json`) && (await sameLock(lock, installed)))
    return;
  console.log(
    existsSync(installed)
      ? 'Bringing the packages up to date (npm ci) …'
      : 'First start: installing the packages (npm ci), about a minute …',
  );
  const code = await new Promise((resolve) => {
    const child = spawn('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
      cwd: root,
      stdio: 'inherit',
      shell: process.platform === 'win32',
      env: { ...process.env, PUPPETEER_SKIP_DOWNLOAD: '1', PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD: '1' },
    });
    child.on('error', () => resolve(127));
    child.on('close', resolve);
  });
  if (code !== 0)
    stop(
      `The packages could not be installed (npm ci ended with ${code}). What npm says is above; without a network this cannot work the first time.`,
    );
}

/** @param {string} lock @param {string} installed */
async function sameLock(lock, installed) {
  const { readFile } = await import('node:fs/promises');
  try {
    const wanted = JSON.parse(await readFile(lock, 'utf8')).packages;
    const present = JSON.parse(await readFile(installed, 'utf8')).packages;
    return Object.entries(wanted).every(
      ([path, entry]) => path === '' || entry.optional || entry.peer || present[path]?.version === entry.version,
    );
  } catch {
    return false;
  }
}

/** @param {number} port @param {string} host @returns {Promise<NodeJS.ErrnoException | undefined>} why it cannot be had */
const tryPort = (port, host) =>
  new Promise((resolve) => {
    const probe = createProbe();
    probe.once('error', resolve);
    probe.listen(port, host, () => probe.close(() => resolve(undefined)));
  });

/** @param {number | undefined} wished @param {string} host */
async function findPort(wished, host) {
  if (wished !== undefined) {
    const trouble = wished === 0 ? undefined : await tryPort(wished, host);
    if (trouble) explain(trouble, wished, host);
    return wished;
  }
  for (let port = FIRST_PORT; port < FIRST_PORT + 50; port++) {
    const trouble = await tryPort(port, host);
    if (!trouble) return port;
    if (trouble.code !== 'EADDRINUSE') explain(trouble, port, host);
  }
  stop(`Every port from ${FIRST_PORT} to ${FIRST_PORT + 49} is taken. Choose one: npm start -- --port 8080`);
}

/** @param {NodeJS.ErrnoException} trouble @param {number} port @param {string} host @returns {never} */
function explain(trouble, port, host) {
  if (trouble.code === 'EADDRINUSE')
    stop(
      `Port ${port} is taken by another program. Choose another (npm start -- --port ${port + 1}), or leave --port out and the next free one is used.`,
    );
  if (trouble.code === 'EACCES')
    stop(`This user may not listen on port ${port}. Ports above 1024 are free to all: npm start -- --port 8080`);
  if (trouble.code === 'EADDRNOTAVAIL' || trouble.code === 'ENOTFOUND')
    stop(`This machine has no address “${host}”. Leave --host out, or use --host 0.0.0.0.`);
  stop(`The shop cannot listen on ${host}:${port}: ${trouble.message}`);
}

/** @param {string} address */
function openBrowser(address) {
  const [command, ...args] =
    process.platform === 'darwin'
      ? ['open', address]
      : process.platform === 'win32'
        ? ['cmd', '/c', 'start', '""', address]
        : ['xdg-open', address];
  const child = spawn(String(command), args, { stdio: 'ignore', detached: true });
  child.on('error', () => {});
  child.unref();
}

checkNode();
const options = readOptions(process.argv.slice(2));
if (options.built && !existsSync(`${root}dist/cdn/auto.js`))
  stop('There is no built kit in dist/cdn yet. Build it first: npm run build');
if (!options.built) await install();
const port = await findPort(options.port, options.host);

const { createDevelopmentShop, createBuiltShop } = await import('./serve.mjs');
const server = createHttpServer((request, response) => shop.handle(request, response));
const shop = options.built
  ? createBuiltShop({ root, csp: options.csp })
  : await createDevelopmentShop({ root, csp: options.csp, server });
server.once('error', (trouble) => explain(/** @type {NodeJS.ErrnoException} */ (trouble), port, options.host));
server.listen(port, options.host, () => {
  const bound = /** @type {import('node:net').AddressInfo} */ (server.address()).port;
  const address = `http://localhost:${bound}/`;
  console.log(`\n  Second Helping is open:  ${address}`);
  if (options.host === '0.0.0.0' || options.host === '::')
    for (const entry of Object.values(networkInterfaces()).flat())
      if (entry && !entry.internal && entry.family === 'IPv4')
        console.log(`  On the network:          http://${entry.address}:${bound}/`);
  console.log(`  Smallest pages:          ${address}embed/`);
  console.log(
    `  The kit comes from:      ${options.built ? 'dist/cdn' : 'src (changes show at once)'}${options.csp ? ', with a strict policy' : ''}`,
  );
  console.log('\n  Ctrl+C closes the shop.\n');
  if (options.open && process.stdout.isTTY && !process.env.CI) openBrowser(address);
});

const close = () => {
  server.close();
  server.closeAllConnections();
  void Promise.resolve(shop.close?.()).finally(() => process.exit(0));
};
process.on('SIGINT', close);
process.on('SIGTERM', close);
