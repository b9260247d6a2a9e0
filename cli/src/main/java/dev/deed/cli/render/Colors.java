package dev.deed.cli.render;

/// Colours for terminals. The coloured text must already be printable: these are the only escape
/// codes in the output.
enum Colors {
  ON,
  OFF;

  String bold(String text) {
    return with("1", text);
  }

  String red(String text) {
    return with("1;31", text);
  }

  String green(String text) {
    return with("32", text);
  }

  String yellow(String text) {
    return with("1;33", text);
  }

  String cyan(String text) {
    return with("36", text);
  }

  private String with(String code, String text) {
    return this == OFF ? text : "\u001b[" + code + "m" + text + "\u001b[0m";
  }
}
