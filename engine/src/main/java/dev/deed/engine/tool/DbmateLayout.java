package dev.deed.engine.tool;

import dev.deed.engine.Section;
import java.util.regex.Pattern;

/// dbmate: `20260129103000_words.sql` with `-- migrate:up` and `-- migrate:down`.
final class DbmateLayout implements ToolLayout {

  private static final Pattern UP = Pattern.compile("^--\\s*migrate:up(\\s.*)?$");
  private static final Pattern DOWN = Pattern.compile("^--\\s*migrate:down(\\s.*)?$");
  private static final Pattern ALONE = Pattern.compile("\\btransaction:false\\b");

  @Override
  public void read(ToolTree tree, ToolReading into) {
    tree.in("").stream()
        .filter(name -> name.endsWith(".sql"))
        .flatMap(name -> {
          var numbered = Numbered.of(name);
          if (numbered.isEmpty()) {
            into.warning(
                TOOL_FILES,
                tree.shown(name),
                "dbmate does not run this file: its name does not begin with a version",
                "rename it as in 20260129103000_add_preferences.sql, or move it out of the folder");
          }
          return numbered.stream();
        })
        .sorted(Numbered.ORDER)
        .forEach(file -> read(file, tree, into));
  }

  private static void read(Numbered file, ToolTree tree, ToolReading into) {
    var text = tree.text(file.name()).orElse(null);
    if (text == null) {
      return;
    }
    var lines = TextLines.of(text);
    var up = lines.find(UP, 0);
    var shown = tree.shown(file.name());
    if (up < 0) {
      into.error(
          TOOL_FILES,
          shown,
          "this file has no line `-- migrate:up`, so dbmate refuses it",
          "begin the statements with the line: -- migrate:up");
    }
    var down = lines.find(DOWN, 0);
    var begin = Math.max(up, 0);
    var section = new Section(shown, lines.only(begin, down < begin ? lines.size() : down));
    var back =
        down < 0 ? null : new Section(shown, lines.only(down, up > down ? up : lines.size()));
    into.add(
        ToolMigration.of(file.version(), file.words(".sql"), file.version(), section)
            .with(back)
            .alone(up >= 0 && ALONE.matcher(lines.line(up)).find()));
  }
}
