package dev.deed.engine.tool;

import dev.deed.sql.SourceFile;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/// Liquibase: changesets in formatted SQL, XML, YAML and JSON, in the order in which the root
/// changelog includes their files.
final class LiquibaseLayout implements ToolLayout {

  private static final Pattern XML =
      Pattern.compile("(?s)<(include|includeAll|changeSet)\\b([^>]*)>");
  private static final Pattern ATTRIBUTE =
      Pattern.compile("(\\w+)\\s*=\\s*(?:\"([^\"]*)\"|'([^']*)')");
  private static final Pattern XML_COMMENT = Pattern.compile("(?s)<!--.*?-->");
  private static final Pattern YAML_ITEM =
      Pattern.compile("^(\\s*)-\\s*(include|includeAll|changeSet)\\s*:\\s*(?:\\{(.*)})?\\s*$");
  private static final Pattern YAML_FIELD =
      Pattern.compile("^(\\s*)(\\w+)\\s*:\\s*['\"]?([^'\"#]+?)['\"]?\\s*(?:#.*)?$");
  private static final Pattern JSON_ITEM =
      Pattern.compile("(?s)\"(include|includeAll|changeSet)\"\\s*:\\s*\\{(.*?)[}\\[]");
  private static final Pattern JSON_FIELD =
      Pattern.compile("\"(\\w+)\"\\s*:\\s*\"?([^\",}\\n]*)\"?");

  /// Something of a changelog: an include, or a changeset that is not SQL.
  private record Item(String kind, Map<String, String> fields) {
    String get(String field) {
      return fields.getOrDefault(field, "");
    }
  }

  private final Map<String, String> given;

  LiquibaseLayout(Map<String, String> given) {
    this.given = given;
  }

  @Override
  public void read(ToolTree tree, ToolReading into) {
    new Reading(tree, into, given).read();
  }

  private static final class Reading {

    private final ToolTree tree;
    private final ToolReading into;
    private final Map<String, String> given;
    private final Map<String, String> texts = new HashMap<>();
    private final Map<String, List<Item>> items = new HashMap<>();
    private final Set<String> included = new LinkedHashSet<>();
    private final Set<String> read = new HashSet<>();
    private final Set<String> versions = new HashSet<>();
    private final List<String> logs = new ArrayList<>();
    private final Map<String, List<String>> byName = new HashMap<>();

    Reading(ToolTree tree, ToolReading into, Map<String, String> given) {
      this.tree = tree;
      this.into = into;
      this.given = given;
    }

    void read() {
      for (var path : tree.files()) {
        if (isChangelog(path)) {
          tree.text(path).ifPresent(text -> open(path, text));
        }
      }
      logs.forEach(path ->
          items.getOrDefault(path, List.of()).forEach(item -> included.addAll(files(path, item))));
      var roots = logs.stream().filter(path -> !included.contains(path)).toList();
      var withIncludes = roots.stream().filter(this::includes).toList();
      for (var root : withIncludes.isEmpty() ? roots : withIncludes) {
        walk(root);
      }
      logs.stream().filter(path -> !read.contains(path)).forEach(this::notIncluded);
    }

    private static boolean isChangelog(String path) {
      return path.endsWith(".sql")
          || path.endsWith(".xml")
          || path.endsWith(".yaml")
          || path.endsWith(".yml")
          || path.endsWith(".json");
    }

    private void open(String path, String text) {
      var isSql = path.endsWith(".sql");
      var isLog = isSql ? FormattedSql.isOne(text) : text.contains("databaseChangeLog");
      if (isLog) {
        logs.add(path);
        texts.put(path, text);
        items.put(path, isSql ? List.of() : items(path, text));
      }
    }

    private boolean includes(String path) {
      return items.getOrDefault(path, List.of()).stream()
          .anyMatch(item -> !item.kind().equals("changeSet"));
    }

    private void notIncluded(String path) {
      into.warning(
          TOOL_FILES,
          tree.shown(path),
          "Liquibase does not run this file: the root changelog does not include it",
          "include it, or move it out of the folder");
    }

    /// The files that an item includes, in their order.
    private List<String> files(String path, Item item) {
      return switch (item.kind()) {
        case "include" -> {
          var file = resolved(path, item.get("file"), item.get("relativeToChangelogFile"));
          yield named(file).stream().filter(known -> isAt(known, file)).limit(1).toList();
        }
        case "includeAll" -> {
          var folder = resolved(path, item.get("path"), item.get("relativeToChangelogFile"));
          yield tree.files().stream()
              .filter(known ->
                  isAt(
                          known.contains("/") ? known.substring(0, known.lastIndexOf('/')) : "",
                          folder)
                      || isBelow(known, folder))
              .filter(known -> !known.equals(path))
              .toList();
        }
        default -> List.of();
      };
    }

    /// The files with the name that a path ends with: there may be thousands of both.
    private List<String> named(String file) {
      if (byName.isEmpty()) {
        tree.files()
            .forEach(path -> byName.computeIfAbsent(last(path), _ -> new ArrayList<>()).add(path));
      }
      return byName.getOrDefault(last(file), List.of());
    }

    private static String last(String path) {
      return path.substring(path.lastIndexOf('/') + 1);
    }

    private static boolean isBelow(String path, String folder) {
      return !folder.isEmpty() && path.startsWith(folder + "/");
    }

    /// The tool's paths begin at its class path or search path, which may be above the folder.
    private boolean isAt(String known, String wanted) {
      if (known.equals(wanted)) {
        return true;
      }
      var shown = tree.shown(known).path();
      return shown.equals(wanted)
          || shown.endsWith("/" + wanted)
          || (!known.isEmpty() && wanted.endsWith("/" + known) && shown.endsWith(known));
    }

    private static String resolved(String path, String written, String isRelative) {
      var bare =
          written
              .replaceFirst("^classpath\\*?:", "")
              .replaceFirst("^(?:\\./|/)+", "")
              .replaceFirst("/+$", "");
      if (!isRelative.equals("true")) {
        return bare;
      }
      var folder = path.contains("/") ? path.substring(0, path.lastIndexOf('/') + 1) : "";
      return java.nio.file.Path.of(folder + bare).normalize().toString().replace('\\', '/');
    }

    private void walk(String path) {
      if (!read.add(path)) {
        return;
      }
      var file = tree.shown(path);
      var text = texts.get(path);
      if (text == null) {
        return;
      }
      if (path.endsWith(".sql")) {
        new FormattedSql(file, path, given, into).changesets(text).forEach(this::add);
        return;
      }
      for (var item : items.getOrDefault(path, List.of())) {
        if (item.kind().equals("changeSet")) {
          var name = item.get("id") + "::" + item.get("author");
          add(
              ToolMigration.notRead(
                  item.get("author") + ":" + item.get("id"), "", path + "::" + name, file));
        } else {
          include(path, file, item);
        }
      }
    }

    private void include(String path, SourceFile file, Item item) {
      var files = files(path, item).stream().filter(this::isChangelogOrSql).toList();
      if (files.isEmpty() && !item.get("errorIfMissing").equals("false")) {
        into.error(
            TOOL_FILES,
            file,
            "this includes %s%s, which is not in this folder"
                .formatted(item.get("file"), item.get("path")),
            "correct the path, or name a folder above it in schema-ownership.yaml");
      }
      files.forEach(included -> {
        if (texts.containsKey(included)) {
          walk(included);
        } else if (read.add(included)) {
          // A plain file of SQL is one changeset, with the name of the file.
          tree.text(included)
              .ifPresent(text ->
                  add(
                      ToolMigration.of(
                          "includeAll:raw:" + included,
                          "",
                          included + "::raw::includeAll",
                          new dev.deed.engine.Section(tree.shown(included), text))));
        }
      });
    }

    private boolean isChangelogOrSql(String path) {
      return texts.containsKey(path) || path.endsWith(".sql");
    }

    /// An id that a second file has, too, gets the name of that file.
    private void add(ToolMigration found) {
      var version = found.version().replace('/', ':').strip();
      var base = found.file().path().substring(found.file().path().lastIndexOf('/') + 1);
      var unique = versions.add(version) ? version : version + ":" + base;
      versions.add(unique);
      if (dev.deed.engine.Version.isName(unique)) {
        into.add(found.named(unique));
      } else {
        into.error(
            TOOL_FILES,
            found.file(),
            "a changeset of this file has no id that can be a version",
            "give it a shorter id");
      }
    }

    private static List<Item> items(String path, String text) {
      if (path.endsWith(".xml")) {
        return XML.matcher(XML_COMMENT.matcher(text).replaceAll(""))
            .results()
            .map(r -> new Item(r.group(1), fields(ATTRIBUTE, r.group(2))))
            .toList();
      }
      if (path.endsWith(".json")) {
        return JSON_ITEM
            .matcher(text)
            .results()
            .map(r -> new Item(r.group(1), fields(JSON_FIELD, r.group(2))))
            .toList();
      }
      return yaml(text);
    }

    private static Map<String, String> fields(Pattern field, String text) {
      var fields = new HashMap<String, String>();
      var match = field.matcher(text);
      while (match.find()) {
        fields.put(
            match.group(1),
            match.group(2) != null ? match.group(2) : match.group(match.groupCount()));
      }
      return fields;
    }

    /// The fields of an item are those with the first indentation after it.
    private static List<Item> yaml(String text) {
      var items = new ArrayList<Item>();
      var indent = -1;
      var depth = -1;
      for (var line : text.lines().toList()) {
        var item = YAML_ITEM.matcher(line);
        var field = YAML_FIELD.matcher(line);
        if (item.matches()) {
          items.add(new Item(item.group(2), new HashMap<>()));
          depth = item.group(1).length();
          indent = -1;
          if (item.group(3) != null) {
            for (var part : item.group(3).split(",")) {
              var inline = YAML_FIELD.matcher(part.strip());
              if (inline.matches()) {
                items.getLast().fields().put(inline.group(2), inline.group(3));
              }
            }
          }
        } else if (!items.isEmpty() && field.matches()) {
          var own = field.group(1).length();
          indent = indent < 0 && own > depth ? own : indent;
          if (own == indent) {
            items.getLast().fields().putIfAbsent(field.group(2), field.group(3).strip());
          }
        }
      }
      return items;
    }
  }
}
