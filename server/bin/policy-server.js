#!/usr/bin/env node
// In the repository, so that it may be executable: what is compiled after installing is not.
import { setFlagsFromString } from 'node:v8';

// V8 would let garbage of a long download grow to four times what is in use before it collects.
setFlagsFromString('--heap-growing-percent=50');
await import('../dist/cli/cli.js');
