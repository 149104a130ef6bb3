#!/usr/bin/env node
// In the repository, so that it may be executable: what is compiled after installing is not.
import '../dist/cli/cli.js';
