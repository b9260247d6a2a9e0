#!/usr/bin/env node
// Runs the program of this platform, which is a package of its own.
"use strict";

const { spawn } = require("node:child_process");
const path = require("node:path");

const name = `deed-cli-${process.platform}-${process.arch}`;

let folder;
try {
  folder = path.dirname(require.resolve(`${name}/package.json`));
} catch {
  console.error(`error: deed has no program for ${process.platform} on ${process.arch}, or npm has not installed ${name}`);
  console.error("help: install without --omit=optional, or use the Java archive of the release");
  process.exit(2);
}

const deed = spawn(path.join(folder, "bin", "deed"), process.argv.slice(2), { stdio: "inherit" });

// The program ends a run in order, and this process waits for it. A terminal sends SIGINT to both; the others come here only.
process.on("SIGINT", () => {});
for (const signal of ["SIGTERM", "SIGHUP"]) {
  process.on(signal, () => deed.kill(signal));
}

deed.on("error", (error) => {
  console.error(`error: ${name} does not run: ${error.message}`);
  process.exit(70);
});
deed.on("exit", (code, signal) => {
  if (signal) {
    process.removeAllListeners(signal);
    process.kill(process.pid, signal);
  } else {
    process.exit(code);
  }
});
