package dev.deed.cli;

import dev.deed.cli.host.ReportFile;
import dev.deed.cli.render.Format;
import org.jspecify.annotations.Nullable;

/// One `--format`: `json`, or `json=out.json`.
///
/// @param file null for standard output
record Output(Format format, @Nullable ReportFile file) {

  static final Output DEFAULT = new Output(Format.TEXT, null);
}
