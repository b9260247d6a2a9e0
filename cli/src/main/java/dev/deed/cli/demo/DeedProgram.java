package dev.deed.cli.demo;

import dev.deed.cli.host.Surroundings;

/// The program that the demo runs, as a person would: its arguments, and the exit code.
public interface DeedProgram {

  int run(Surroundings surroundings, String... arguments);
}
