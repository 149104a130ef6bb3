import { runCommand } from './run.js';

// Whoever reads us may stop reading: `policy check … | head` is no failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit();
  throw error;
});
process.exitCode = await runCommand(process.argv.slice(2), process);
