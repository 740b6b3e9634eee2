/**
 * A @web/test-runner launcher for WebKitGTK over plain W3C WebDriver. It exists because @web/test-runner-webdriver
 * brings webdriverio, 255 packages and 120 MB, for the dozen requests below.
 */
import { spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';

/** Names of keys in the commands of @web/test-runner, and their code points in the WebDriver standard (§17.4.2). */
const KEYS = {
  Enter: '\uE007',
  Tab: '\uE004',
  Escape: '\uE00C',
  Backspace: '\uE003',
  Delete: '\uE017',
  Home: '\uE011',
  End: '\uE010',
  PageUp: '\uE00E',
  PageDown: '\uE00F',
  ArrowLeft: '\uE012',
  ArrowUp: '\uE013',
  ArrowRight: '\uE014',
  ArrowDown: '\uE015',
  Shift: '\uE008',
  Control: '\uE009',
  Alt: '\uE00A',
  Meta: '\uE03D',
  Space: ' ',
};
const BUTTONS = { left: 0, middle: 1, right: 2 };

const freePort = () =>
  new Promise((resolve, reject) => {
    const server = createServer()
      .once('error', reject)
      .listen(0, '127.0.0.1', () => {
        const { port } = server.address();
        server.close(() => resolve(port));
      });
  });

const startXvfb = () =>
  new Promise((resolve, reject) => {
    const screen = ['-displayfd', '3', '-screen', '0', '1600x1200x24', '-nolisten', 'tcp', '-noreset'];
    const process = spawn('Xvfb', screen, { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] });
    process.once('error', reject).once('exit', (code) => reject(new Error(`Xvfb ended with ${code}`)));
    process.stdio[3].once('data', (number) => resolve({ process, display: `:${String(number).trim()}` }));
  });

export class WebDriverLauncher {
  type = 'webdriver';
  name = 'WebKit';
  concurrency = 1;
  #active;
  #base;
  #processes = [];
  #starting;
  #killAll = () => this.#processes.forEach((child) => child.kill('SIGKILL'));

  /** @param {string} binary MiniBrowser of WebKitGTK. */
  constructor(binary) {
    this.binary = binary;
  }

  initialize(config) {
    // Ours goes first: the runner's own `set-viewport` refuses launchers of type `webdriver`.
    if (!config.plugins.includes(viewportCommand)) config.plugins.unshift(viewportCommand);
  }

  async #call(method, path, body = {}) {
    const json = { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
    const options = { method, signal: AbortSignal.timeout(60_000), ...(method === 'POST' && json) };
    const response = await fetch(this.#base + path, options);
    const { value } = await response.json();
    if (!response.ok) throw new Error(`WebKit ${method} ${path}: ${value?.error} ${value?.message}`);
    return value;
  }

  async #boot() {
    const env = { ...process.env, LIBGL_ALWAYS_SOFTWARE: '1', NO_AT_BRIDGE: '1' };
    if (!env.DISPLAY) {
      const xvfb = await startXvfb();
      this.#processes.push(xvfb.process);
      Object.assign(env, { DISPLAY: xvfb.display, GDK_BACKEND: 'x11' });
      delete env.WAYLAND_DISPLAY;
    }
    const port = await freePort();
    const stdio = process.env.DEBUG_WEBDRIVER ? 'inherit' : 'ignore';
    const driver = spawn('WebKitWebDriver', [`--port=${port}`], { env, stdio });
    this.#processes.push(driver);
    process.once('exit', this.#killAll);
    this.#base = `http://127.0.0.1:${port}`;
    await this.#answering(driver);
    const options = { binary: this.binary, args: ['--automation'] };
    const session = await this.#call('POST', '/session', {
      capabilities: { alwaysMatch: { browserName: 'MiniBrowser', 'webkitgtk:browserOptions': options } },
    });
    this.#base += `/session/${session.sessionId}`;
    await this.#call('POST', '/timeouts', { script: 30_000, pageLoad: 60_000 });
    await this.setViewport({ width: 1024, height: 768 });
  }

  async #answering(driver) {
    const failed = new Promise((_, reject) => {
      driver.once('error', reject).once('exit', (code) => reject(new Error(`WebKitWebDriver ended with ${code}`)));
    });
    failed.catch(() => {});
    for (let attempt = 0; ; attempt++) {
      try {
        return await Promise.race([this.#call('GET', '/status'), failed]);
      } catch (error) {
        if (attempt > 100 || driver.exitCode !== null) throw error;
        await pause(50);
      }
    }
  }

  async startSession(id, url) {
    await (this.#starting ??= this.#boot());
    this.#active = id;
    await this.#call('POST', '/url', { url });
  }

  isActive(id) {
    return this.#active === id;
  }

  getBrowserUrl() {
    return this.#call('GET', '/url');
  }

  async stopSession() {
    this.#active = undefined;
    await this.#call('DELETE', '/actions').catch(() => {});
    await this.#call('POST', '/url', { url: 'about:blank' });
    return {};
  }

  startDebugSession() {
    throw new Error('WebKit: debugging by hand is not supported');
  }

  async stop() {
    if (this.#starting) {
      await this.#starting.catch(() => {});
      await this.#call('DELETE', '').catch(() => {});
    }
    for (const child of this.#processes.splice(0).reverse()) {
      if (child.exitCode !== null || child.signalCode !== null) continue;
      const ended = new Promise((resolve) => child.once('exit', resolve));
      child.kill();
      await Promise.race([ended, pause(3000, undefined, { ref: false })]);
      child.kill('SIGKILL');
    }
    process.off('exit', this.#killAll);
  }

  /**
   * Any request of the WebDriver protocol within the running session, for tests that need more than one tab.
   * @param {'GET' | 'POST' | 'DELETE'} method
   * @param {string} path below the session, e.g. `/window/new`
   * @param {object} [body]
   * @returns {Promise<any>}
   */
  command(method, path, body) {
    return this.#call(method, path, body);
  }

  // From here on: what @web/test-runner-commands calls on a launcher of type `webdriver`.

  sendKeys(_, keys) {
    const actions = keys.flatMap((key) => {
      const parts = (key.length > 1 ? key.split('+') : [key]).map((part) => KEYS[part] ?? part);
      const down = parts.map((value) => ({ type: 'keyDown', value }));
      const up = parts.reverse().map((value) => ({ type: 'keyUp', value }));
      return [...down, ...up];
    });
    return this.#call('POST', '/actions', { actions: [{ type: 'key', id: 'keyboard', actions }] });
  }

  #mouse(...actions) {
    const pointer = { type: 'pointer', id: 'mouse', parameters: { pointerType: 'mouse' }, actions };
    return this.#call('POST', '/actions', { actions: [pointer] });
  }

  sendMouseMove(_, x, y) {
    return this.#mouse({ type: 'pointerMove', duration: 0, x, y });
  }

  sendMouseDown(_, button = 'left') {
    return this.#mouse({ type: 'pointerDown', button: BUTTONS[button] });
  }

  sendMouseUp(_, button = 'left') {
    return this.#mouse({ type: 'pointerUp', button: BUTTONS[button] });
  }

  async sendMouseClick(id, x, y, button = 'left') {
    await this.sendMouseMove(id, x, y);
    await this.sendMouseDown(id, button);
    await this.sendMouseUp(id, button);
  }

  async resetMouse(id) {
    await this.#call('DELETE', '/actions');
    await this.sendMouseMove(id, 0, 0);
  }

  evaluate(script, args = []) {
    return this.#call('POST', '/execute/sync', { script, args });
  }

  async takeScreenshot(_, locator) {
    const element = await this.evaluate(`return (${locator})()`);
    return Buffer.from(await this.#call('GET', `/element/${Object.values(element)[0]}/screenshot`), 'base64');
  }

  /** Sizes the page, not the window. GTK applies it late and refuses widths under 447 pixels. */
  async setViewport({ width, height }) {
    const page = () => this.evaluate('return [innerWidth, innerHeight]');
    const reached = ([w, h]) => w === width && h === height;
    for (let attempt = 0; attempt < 2; attempt++) {
      const [w, h] = await page();
      if (reached([w, h])) return;
      const frame = await this.#call('GET', '/window/rect');
      const size = { width: frame.width + width - w, height: frame.height + height - h };
      await this.#call('POST', '/window/rect', { x: 0, y: 0, ...size });
      for (let look = 0; look < 20; look++) {
        if (reached(await page())) return;
        await pause(25);
      }
    }
    throw new Error(`WebKit: the viewport is ${(await page()).join('×')}, not ${width}×${height}`);
  }
}

const viewportCommand = {
  name: 'webdriver-viewport',
  async executeCommand({ command, payload, session }) {
    if (command !== 'set-viewport' || !(session.browser instanceof WebDriverLauncher)) return undefined;
    await session.browser.setViewport(payload);
    return true;
  },
};
