package dev.deed.engine.tool;

import dev.deed.engine.Origin;
import dev.deed.engine.Section;
import dev.deed.sql.SourceFile;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A file of Liquibase's formatted SQL: `--changeset author:id`, its statements, `--rollback`.
///
/// @param path relative to the tool's folder
record FormattedSql(SourceFile file, String path, Map<String, String> given, ToolReading into) {

  private static final Pattern FIRST =
      Pattern.compile("(?i)\\A\\s*--\\s*liquibase\\s+formatted\\s+sql\\b.*");
  private static final Pattern CHANGESET =
      Pattern.compile("(?i)^\\s*--\\s*changeset\\s+(\"[^\"]+\"|[^\\s:]+):(\"[^\"]+\"|\\S+)(.*)$");
  private static final Pattern ROLLBACK = Pattern.compile("(?i)^(\\s*--\\s*rollback\\s?)(.*)$");
  private static final Pattern BLOCK =
      Pattern.compile("(?i)^\\s*/\\*\\s*liquibase\\s+rollback\\b.*");
  private static final Pattern NOTHING = Pattern.compile("(?i)\\s*(?:empty|not required|;)?\\s*");
  private static final Pattern PROPERTY =
      Pattern.compile(
          "(?im)^\\s*--\\s*property\\s+name:\\s*(\\S+)\\s+value:\\s*(\"[^\"]*\"|\\S+).*$");
  private static final Pattern ATTRIBUTE = Pattern.compile("(\\w+):(\"[^\"]*\"|'[^']*'|\\S+)");
  private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([\\w.\\-]+)}");

  static boolean isOne(String text) {
    return FIRST.matcher(text).lookingAt();
  }

  List<ToolMigration> changesets(String written) {
    var text = withValues(written);
    var lines = TextLines.of(text);
    var found = new ArrayList<ToolMigration>();
    for (var start = lines.find(CHANGESET, 0); start >= 0; ) {
      var next = lines.find(CHANGESET, start + 1);
      changeset(lines, start, next < 0 ? lines.size() : next, found);
      start = next;
    }
    return found;
  }

  /// Liquibase leaves a name without a value as it is.
  private String withValues(String text) {
    var values = new HashMap<String, String>();
    var properties = PROPERTY.matcher(text);
    while (properties.find()) {
      values.put(properties.group(1), bare(properties.group(2)));
    }
    values.putAll(given);
    return values.isEmpty() && !PLACEHOLDER.matcher(text).find()
        ? text
        : new Placeholders(PLACEHOLDER, values).in(file, text, into);
  }

  private void changeset(TextLines lines, int start, int end, List<ToolMigration> found) {
    var head = CHANGESET.matcher(lines.line(start));
    if (!head.matches()) {
      return;
    }
    var attributes = new HashMap<String, String>();
    var pairs = ATTRIBUTE.matcher(head.group(3));
    while (pairs.find()) {
      attributes.put(pairs.group(1), bare(pairs.group(2)));
    }
    var dbms = attributes.getOrDefault("dbms", "postgresql");
    if (!dbms.contains("postgresql") && !dbms.contains("all") && !dbms.contains("!")) {
      return;
    }
    var author = bare(head.group(1));
    var id = bare(head.group(2));
    var up =
        new Section(
            file, delimited(lines.only(index -> isUp(lines, start, end, index)), attributes));
    var kind = kind(attributes);
    if (kind == Origin.Kind.ASIDE) {
      into.warning(
          ToolLayout.TOOL_FILES,
          file,
          "changeset %s:%s runs only with some contexts or labels: deed judges it, and never applies it"
              .formatted(author, id),
          "take the condition away, or leave such rows to Liquibase");
    }
    found.add(
        ToolMigration.of(author + ":" + id, "", path + "::" + id + "::" + author, up)
            .with(down(lines, start, end))
            .alone(attributes.getOrDefault("runInTransaction", "true").equals("false"))
            .as(kind));
  }

  private static Origin.Kind kind(Map<String, String> attributes) {
    if (attributes.keySet().stream()
        .anyMatch(name -> List.of("context", "contextFilter", "labels").contains(name))) {
      return Origin.Kind.ASIDE;
    }
    return attributes.getOrDefault("runOnChange", "").equals("true")
            || attributes.getOrDefault("runAlways", "").equals("true")
        ? Origin.Kind.REPEATABLE
        : Origin.Kind.ONCE;
  }

  private static String bare(String text) {
    return text.length() > 1 && "\"'".indexOf(text.charAt(0)) >= 0
        ? text.substring(1, text.length() - 1)
        : text;
  }

  private static boolean isUp(TextLines lines, int start, int end, int index) {
    return index > start
        && index < end
        && !isInBlock(lines, start, index)
        && !ROLLBACK.matcher(lines.line(index)).matches();
  }

  /// In a comment `/* liquibase rollback ... */`, the line of its end included.
  private static boolean isInBlock(TextLines lines, int start, int index) {
    for (var i = index; i > start; i--) {
      if (BLOCK.matcher(lines.line(i)).matches()) {
        return true;
      }
      if (i < index && lines.line(i).strip().endsWith("*/")) {
        return false;
      }
    }
    return false;
  }

  private @Nullable Section down(TextLines lines, int start, int end) {
    var text = new StringBuilder();
    var isThere = false;
    for (var i = 0; i < lines.size(); i++) {
      var raw = lines.lines().get(i);
      var isInside = i > start && i < end;
      var rollback = ROLLBACK.matcher(lines.line(i));
      if (isInside && rollback.matches() && !NOTHING.matcher(rollback.group(2)).matches()) {
        isThere = true;
        text.append(" ".repeat(rollback.group(1).length()))
            .append(raw.substring(rollback.group(1).length()));
      } else if (isInside
          && isInBlock(lines, start, i)
          && !BLOCK.matcher(lines.line(i)).matches()) {
        isThere = true;
        text.append(raw.replace("*/", "  "));
      } else {
        text.append(TextLines.blank(raw));
      }
    }
    return isThere ? new Section(file, text.toString()) : null;
  }

  /// A delimiter of its own ends a line; PostgreSQL has the semicolon.
  private static String delimited(String text, Map<String, String> attributes) {
    var delimiter = attributes.get("endDelimiter");
    if (delimiter == null || delimiter.equals(";") || delimiter.isEmpty()) {
      return text;
    }
    var bare = delimiter.replaceFirst("^(?:\\\\n)+", "");
    var end = Pattern.compile("(?m)" + Pattern.quote(bare) + "[ \\t]*$", Pattern.CASE_INSENSITIVE);
    return end.matcher(text)
        .replaceAll(found -> ";" + " ".repeat(Math.max(0, found.group().length() - 1)));
  }
}
