package dev.deed.cli.render;

import java.util.Locale;

/// How a report is written, by the name that `--format` takes.
public enum Format {
  TEXT,
  JSON;

  /// The whole report, its last line ended.
  public String render(Report report) {
    return switch (this) {
      case TEXT -> TextRenderer.render(report);
      case JSON -> JsonRenderer.render(report);
    };
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
