#!/usr/bin/env node
import { main } from './cli/main.js';

// `askwell score … | head` closes the pipe early: that ends the command, it is no fault of it.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit(0);
});
process.exitCode = await main(process.argv.slice(2), process);
