package dev.deed.engine.tool;

import dev.deed.engine.Section;
import dev.deed.engine.Version;
import dev.deed.sql.Tool;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// Knex and node-pg-migrate: files of JavaScript or TypeScript; node-pg-migrate has SQL, too, with
/// `-- Up Migration` and `-- Down Migration`.
record ScriptLayout(Tool tool) implements ToolLayout {

  private static final Pattern PROGRAM = Pattern.compile(".*(?<!\\.d)\\.[cm]?[jt]s");
  private static final Pattern UP = Pattern.compile("(?i)^\\s*--[\\s-]*up\\s+migration.*");
  private static final Pattern DOWN = Pattern.compile("(?i)^\\s*--[\\s-]*down\\s+migration.*");
  private static final Pattern WAY_UP = Pattern.compile("\\bup\\b\\s*[(:=,}]");

  /// `2022-08-03-15-29-add-column`.
  private static final Pattern DATED =
      Pattern.compile("(\\d{4}-\\d{2}-\\d{2}(?:-\\d{2}){0,3})(?:[_-]+(.*))?");

  private static final int UTC_DIGITS = 17;
  private static final DateTimeFormatter UTC = DateTimeFormatter.ofPattern("uuuuMMddHHmmssSSS");

  @Override
  public void read(ToolTree tree, ToolReading into) {
    var taken = new HashSet<String>();
    tree.in("").stream()
        .filter(name -> PROGRAM.matcher(name).matches() || name.endsWith(".sql"))
        .filter(name -> isMigration(tree, name))
        .sorted(order())
        .forEach(name -> read(tree, name, taken, into));
  }

  /// Knex compares names, node-pg-migrate the times that they begin with.
  private Comparator<String> order() {
    return tool == Tool.KNEX
        ? Comparator.naturalOrder()
        : Comparator.comparing(ScriptLayout::number).thenComparing(name -> name);
  }

  /// Not what runs the others, such as `run.ts`: it has no function `up`, without which the tools
  /// refuse it.
  private static boolean isMigration(ToolTree tree, String name) {
    return Character.isDigit(name.charAt(0))
        || name.endsWith(".sql")
        || tree.text(name).filter(text -> WAY_UP.matcher(text).find()).isPresent();
  }

  /// 17 digits are a date of UTC, and stand for its milliseconds.
  private static Version number(String name) {
    var digits = Numbered.of(name).map(Numbered::version).orElse("0");
    if (digits.length() == UTC_DIGITS) {
      try {
        var date = LocalDateTime.parse(digits, UTC);
        return new Version(String.valueOf(date.toInstant(ZoneOffset.UTC).toEpochMilli()));
      } catch (DateTimeParseException e) {
        return new Version(digits);
      }
    }
    return new Version(digits);
  }

  /// The tools know a file by its name: several may have one number.
  ///
  /// @param taken the versions of the files before
  private void read(ToolTree tree, String name, Set<String> taken, ToolReading into) {
    var bare = name.substring(0, name.lastIndexOf('.'));
    var dated = DATED.matcher(bare);
    var numbered = dated.matches() ? Optional.<Numbered>empty() : Numbered.of(bare);
    var own =
        dated.matches()
            ? dated.group(1).replace("-", "")
            : numbered.map(Numbered::version).orElse(bare);
    var isOwn = taken.add(own);
    var version = isOwn ? own : bare;
    if (!Version.isName(version)) {
      return;
    }
    var words =
        !isOwn ? "" : dated.matches() ? dated.group(2) : numbered.map(Numbered::rest).orElse("");
    var file = tree.shown(name);
    if (!name.endsWith(".sql")) {
      into.add(ToolMigration.notRead(version, words, tool == Tool.KNEX ? name : bare, file));
    } else if (tool == Tool.KNEX) {
      into.warning(
          NOT_JUDGED,
          file,
          "Knex runs this file only where a migration reads it: deed does not judge it",
          "take such a folder as tool: sql, or move the SQL to where it is run");
    } else {
      tree.text(name)
          .ifPresent(text -> into.add(sql(version, words, bare, new Section(file, text))));
    }
  }

  private static ToolMigration sql(String version, String words, String name, Section whole) {
    var lines = TextLines.of(whole.text());
    var up = lines.find(UP, 0);
    var down = lines.find(DOWN, 0);
    if (down < 0) {
      return ToolMigration.of(version, words, name, whole);
    }
    var begin = Math.max(up, 0);
    var section =
        new Section(
            whole.file(),
            up < 0 ? whole.text() : lines.only(begin, down < begin ? lines.size() : down));
    var back = new Section(whole.file(), lines.only(down, up > down ? up : lines.size()));
    return ToolMigration.of(version, words, name, section).with(back);
  }
}
