package dev.deed.cli;

import dev.deed.cli.render.Report;

/// A command: its arguments are parsed, it calls once, and answers. It never prints.
interface Reporting {
  Report report();
}
