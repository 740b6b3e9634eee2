/** The command `askwell serve` as a process of its own, for tests that stop or kill it. */
import { run } from '../../src/cli/serve.js';

process.exit(await run(process.argv.slice(2)));
