package dev.deed.cli;

import dev.deed.cli.host.ReportFile;
import dev.deed.cli.render.Format;
import org.jspecify.annotations.Nullable;

/// One `--format`: `json`, or `json=out.json`.
///
/// @param file null for standard output
record ReportOutput(Format format, @Nullable ReportFile file) {

  static final ReportOutput DEFAULT = new ReportOutput(Format.TEXT, null);
}
