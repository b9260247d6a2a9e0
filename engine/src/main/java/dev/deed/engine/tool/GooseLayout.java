package dev.deed.engine.tool;

import dev.deed.engine.Section;
import java.util.Map;
import java.util.regex.Pattern;

/// goose: `00001_words.sql` with `-- +goose Up` and `-- +goose Down`; Go files next to them.
final class GooseLayout implements ToolLayout {

  private static final Pattern UP = Pattern.compile("^--\\s*\\+goose\\s+Up\\b.*");
  private static final Pattern DOWN = Pattern.compile("^--\\s*\\+goose\\s+Down\\b.*");
  private static final Pattern ALONE =
      Pattern.compile("(?m)^--\\s*\\+goose\\s+NO TRANSACTION\\s*$");
  private static final Pattern ENVSUB =
      Pattern.compile("^--\\s*\\+goose\\s+ENVSUB\\s+(ON|OFF)\\b.*");
  private static final Pattern VARIABLE = Pattern.compile("\\$\\{?([A-Za-z_]\\w*)}?");

  private final Map<String, String> variables;

  GooseLayout(Map<String, String> variables) {
    this.variables = variables;
  }

  @Override
  public void read(ToolTree tree, ToolReading into) {
    tree.in("").stream()
        .filter(
            name -> name.endsWith(".sql") || (name.endsWith(".go") && !name.endsWith("_test.go")))
        .flatMap(name -> {
          var numbered = Numbered.of(name);
          if (numbered.isEmpty() && name.endsWith(".sql")) {
            into.warning(
                TOOL_FILES,
                tree.shown(name),
                "goose does not run this file: its name does not begin with a version",
                "rename it as in 00012_add_preferences.sql, or move it out of the folder");
          }
          return numbered.stream();
        })
        .sorted(Numbered.ORDER)
        .forEach(file -> read(file, tree, into));
  }

  private void read(Numbered file, ToolTree tree, ToolReading into) {
    var shown = tree.shown(file.name());
    if (file.name().endsWith(".go")) {
      into.add(ToolMigration.notRead(file.version(), file.words(".go"), file.version(), shown));
      return;
    }
    var written = tree.text(file.name()).orElse(null);
    if (written == null) {
      return;
    }
    var text = substituted(tree, file.name(), written, into);
    var lines = TextLines.of(text);
    var up = lines.find(UP, 0);
    if (up < 0) {
      into.error(
          TOOL_FILES,
          shown,
          "this file has no line `-- +goose Up`, so goose refuses it",
          "begin the statements with the line: -- +goose Up");
    }
    var down = lines.find(DOWN, 0);
    var section =
        new Section(
            shown, lines.only(Math.max(up, 0), down < 0 || down < up ? lines.size() : down));
    into.add(
        ToolMigration.of(file.version(), file.words(".sql"), file.version(), section)
            .with(
                down < 0
                    ? null
                    : new Section(shown, lines.only(down, up > down ? up : lines.size())))
            .alone(ALONE.matcher(text).find()));
  }

  /// Variables of the environment count between `ENVSUB ON` and `ENVSUB OFF` only.
  private String substituted(ToolTree tree, String name, String text, ToolReading into) {
    var lines = TextLines.of(text);
    var on = new boolean[lines.size()];
    var isOn = false;
    for (var i = 0; i < lines.size(); i++) {
      var marker = ENVSUB.matcher(lines.line(i));
      if (marker.matches()) {
        isOn = marker.group(1).equals("ON");
      } else {
        on[i] = isOn;
      }
    }
    return new Placeholders(VARIABLE, variables).in(tree.shown(name), text, into, i -> on[i]);
  }
}
